package basics.pages;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The items that one call of DynamoDB read, at most 1 MB.
 *
 * @param items the items left after the filter
 * @param lastKey the key after which to read on, empty at the end
 * @param scanned how many items were read, before the filter
 */
public record Slice(List<Map<String, AttributeValue>> items, Map<String, AttributeValue> lastKey, int scanned) {

    public static final Slice EMPTY = new Slice(List.of(), Map.of());

    /** A slice without a filter. */
    public Slice(List<Map<String, AttributeValue>> items, Map<String, AttributeValue> lastKey) {
        this(items, lastKey, items.size());
    }

    /** Whether the filter left out any items. */
    boolean hasGaps() {
        return items.size() < scanned;
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
