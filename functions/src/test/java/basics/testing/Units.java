package basics.testing;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.dynamodb.model.Capacity;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** The capacity units that DynamoDB reported, separately for table and index, reads and writes. */
final class Units {
    static final String NOT_REPORTED = "–";
    private final Map<String, BigDecimal> units = new LinkedHashMap<>();

    /** The cells of a line of {@code docs/access-patterns.md}. */
    static List<String> of(Collection<SdkResponse> responses) {
        var units = new Units();
        responses.forEach(units::add);
        return List.of(units.cell("table read"), units.cell("table write"), units.cell("index read"),
                units.cell("index write"));
    }

    private void add(SdkResponse response) {
        var kind = response instanceof QueryResponse || response instanceof ScanResponse ? "read" : "write";
        for (var consumed : consumed(response)) {
            add("table " + kind, consumed.table());
            consumed.globalSecondaryIndexes().values().forEach(index -> add("index " + kind, index));
        }
    }

    /** A transaction reports one for each table, any other call reports one. */
    private static List<ConsumedCapacity> consumed(SdkResponse response) {
        Optional<Object> value = response.getValueForField("ConsumedCapacity", Object.class);
        var values = value.map(some -> some instanceof List<?> list ? list : List.of(some)).orElse(List.of());
        return values.stream().map(ConsumedCapacity.class::cast).toList();
    }

    private void add(String place, @Nullable Capacity capacity) {
        // A Query of an index reports 0 units for the table.
        if (capacity != null && capacity.capacityUnits() != null && capacity.capacityUnits() != 0) {
            units.merge(place, BigDecimal.valueOf(capacity.capacityUnits()), BigDecimal::add);
        }
    }

    private String cell(String place) {
        var value = units.get(place);
        return value == null ? NOT_REPORTED : value.stripTrailingZeros().toPlainString();
    }
}
