package basics.pages;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What one call of DynamoDB read: at most 1 MB.
 *
 * @param items what is left of it once it is filtered
 * @param lastKey where to go on, empty when there is no more
 * @param scanned how many items were read, before they were filtered
 */
public record Slice(List<Map<String, AttributeValue>> items, Map<String, AttributeValue> lastKey, int scanned) {

    public static final Slice EMPTY = new Slice(List.of(), Map.of());

    /** A slice that nothing filters. */
    public Slice(List<Map<String, AttributeValue>> items, Map<String, AttributeValue> lastKey) {
        this(items, lastKey, items.size());
    }

    /** Whether the filter left anything out. */
    boolean hasGaps() {
        return items.size() < scanned;
    }

    /**
     * Reads at most {@code limit} items, counted before they are filtered (null: as many as fit 1 MB), after
     * {@code start} (empty: from the beginning).
     */
    @FunctionalInterface
    public interface Source {
        Slice read(@Nullable Integer limit, Map<String, AttributeValue> start);
    }
}
