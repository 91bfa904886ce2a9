package basics.pages;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The items that a read brought: one call of DynamoDB, at most 1 MB, or several that are merged.
 *
 * @param items the items left after the filter
 * @param lastKey the key after which to read on, empty at the end
 * @param scanned how many items were read, before the filter
 * @param rest what is known of the items after {@code lastKey}
 */
public record Slice(List<Map<String, AttributeValue>> items, Map<String, AttributeValue> lastKey, int scanned,
        Rest rest) {

    /** What follows a slice that has a last key. */
    public enum Rest {
        /** Perhaps nothing. The read ended at the number asked for, or at DynamoDB's 1 MB. */
        OPEN,
        /** Perhaps nothing. The slice may be shorter than asked for, and the page is to be filled by further reads. */
        PARTIAL,
        /** At least one item to show, so that no read is necessary to find out. */
        MORE
    }

    public static final Slice EMPTY = new Slice(List.of(), Map.of());

    /** A slice without a filter. */
    public Slice(List<Map<String, AttributeValue>> items, Map<String, AttributeValue> lastKey) {
        this(items, lastKey, items.size());
    }

    /** A slice of one call of DynamoDB. */
    public Slice(List<Map<String, AttributeValue>> items, Map<String, AttributeValue> lastKey, int scanned) {
        this(items, lastKey, scanned, Rest.OPEN);
    }

    /** Whether only DynamoDB's 1 MB can have made it shorter than asked for. */
    boolean isFull() {
        return rest == Rest.OPEN && items.size() == scanned;
    }

    /**
     * Reads at most {@code limit} items after {@code start}. The limit counts before the filter; null means as many as
     * fit 1 MB. An empty start means the beginning.
     */
    @FunctionalInterface
    public interface Source {
        Slice read(@Nullable Integer limit, Map<String, AttributeValue> start);
    }
}
