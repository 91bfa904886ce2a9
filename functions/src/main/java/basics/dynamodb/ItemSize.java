package basics.dynamodb;

import basics.http.Problem;
import basics.http.Utf8;

/**
 * Counts the size of items while they are read, so that what is far too large is refused before memory and time are
 * spent on it ("DynamoDB item sizes and formats", Amazon DynamoDB Developer Guide). Where that page says
 * "approximately", the least is counted: the last word is DynamoDB's.
 */
final class ItemSize {
    private static final int LARGEST = 400 << 10;
    /** Of a list or map, besides a byte for each of its elements. */
    private static final int CONTAINER = 3;
    /**
     * Values of a whole body. A batch of empty texts is small by DynamoDB's count, and each text is a value in memory
     * and ten bytes on the way to DynamoDB all the same. An item of numbers has no room for so many.
     */
    private static final int MOST_VALUES = 200_000;

    private int bytes;
    private int values;

    /** Returns the size of what is around items so far: that may be no larger than an item either. */
    int startItem() {
        var around = bytes;
        bytes = 0;
        return around;
    }

    void endItem(int around) {
        bytes = around;
    }

    /** @throws Problem 413 once it is more than 400 KB */
    private void add(int more) {
        bytes += more;
        if (bytes > LARGEST) {
            throw Failures.tooLarge();
        }
    }

    /** @throws Problem 413 once there are more than 200,000 */
    void value() {
        if (++values > MOST_VALUES) {
            throw new Problem(413, "The body may have 200,000 values: members of objects and elements of arrays.");
        }
    }

    void container() {
        add(CONTAINER);
    }

    void element() {
        add(1);
    }

    /** A name or a value. */
    void text(String text) {
        add(Utf8.length(text));
    }

    /** @param stored as {@link Numbers#stored} has it */
    void number(String stored) {
        add(Numbers.leastSize(stored));
    }

    /** A boolean or null. */
    void constant() {
        add(1);
    }
}
