package basics.pages;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What one call of DynamoDB read: at most 1 MB.
 *
 * @param lastKey where to go on, empty when there is no more
 */
public record Slice(List<Map<String, AttributeValue>> items, Map<String, AttributeValue> lastKey) {

    public static final Slice EMPTY = new Slice(List.of(), Map.of());

    /** Reads at most {@code limit} items (null: as many as fit 1 MB) after {@code start} (empty: from the beginning). */
    @FunctionalInterface
    public interface Source {
        Slice read(@Nullable Integer limit, Map<String, AttributeValue> start);
    }
}
