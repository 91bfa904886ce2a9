package basics.embedded.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The query string's parameters, decoded. */
final class Query {
    private Query() {}

    /** Empty when a name or a value can't be decoded. */
    static Optional<Map<String, List<String>>> parse(@Nullable String query) {
        var parameters = new LinkedHashMap<String, List<String>>();
        if (query == null) {
            return Optional.of(parameters);
        }
        for (var pair : query.split("&", -1)) {
            var parts = pair.split("=", 2);
            var name = PercentEncoding.decodeQuery(parts[0]);
            var value = PercentEncoding.decodeQuery(parts.length == 2 ? parts[1] : "");
            if (name.isEmpty() || value.isEmpty()) {
                return Optional.empty();
            }
            if (!pair.isEmpty()) {
                parameters.computeIfAbsent(name.get(), key -> new ArrayList<>()).add(value.get());
            }
        }
        return Optional.of(parameters);
    }
}
