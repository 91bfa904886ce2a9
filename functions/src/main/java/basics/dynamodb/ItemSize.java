package basics.dynamodb;

import basics.http.Problem;
import basics.http.Utf8;

/**
 * Counts the size of items while they are read, so that a far too large body is refused before it costs memory and time
 * ("DynamoDB item sizes and formats", Amazon DynamoDB Developer Guide). Where that page says "approximately", this
 * counts the minimum and leaves the decision to DynamoDB.
 */
final class ItemSize {
    private static final int LARGEST = 400 << 10;
    /** Bytes of a list or map, plus one for each of its elements. */
    private static final int CONTAINER = 3;
    /**
     * The most values in a body. DynamoDB counts a batch of empty texts as small, yet each text is an object in memory
     * and ten bytes in the request to DynamoDB. An item of numbers reaches its size limit before this one.
     */
    private static final int MOST_VALUES = 200_000;

    private int bytes;
    private int values;

    /** Starts an item. Returns the size counted so far outside of items, which has the same limit as an item. */
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

    /** Counts a member's name or a text value. */
    void text(String text) {
        add(Utf8.length(text));
    }

    /** @param stored as {@link Numbers#stored} returns it */
    void number(String stored) {
        add(Numbers.leastSize(stored));
    }

    /** Counts a boolean or null. */
    void constant() {
        add(1);
    }
}
