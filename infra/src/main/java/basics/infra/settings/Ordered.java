package basics.infra.settings;

import java.util.LinkedHashMap;
import java.util.Map;

/** Maps that keep the order of their entries. The order of {@code Map.of} changes with each start of the JVM. */
public final class Ordered {

    private Ordered() {}

    @SafeVarargs
    public static <V> Map<String, V> map(Map.Entry<String, ? extends V>... entries) {
        var map = new LinkedHashMap<String, V>();
        for (var entry : entries) {
            map.put(entry.getKey(), entry.getValue());
        }
        return map;
    }
}
