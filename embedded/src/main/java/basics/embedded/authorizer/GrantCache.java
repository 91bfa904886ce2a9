package basics.embedded.authorizer;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Caches an authorizer's answer for a token, for its time to live. Thread-safe. */
final class GrantCache {
    private record Key(String authorizer, String token) {}

    private record Held(Grant grant, Instant end) {}

    private final InstantSource clock;
    private final Map<Key, Held> entries;

    /** @param capacity how many tokens it holds; a new one replaces the least recently used */
    GrantCache(InstantSource clock, int capacity) {
        this.clock = clock;
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Held> eldest) {
                return size() > capacity;
            }
        };
    }

    synchronized Optional<Grant> get(Authorizer authorizer, String token) {
        return Optional.ofNullable(entries.get(new Key(authorizer.name(), token)))
                .filter(entry -> clock.instant().isBefore(entry.end())).map(Held::grant);
    }

    synchronized void put(Authorizer authorizer, String token, Grant grant) {
        if (authorizer.ttl().isPositive()) {
            entries.put(new Key(authorizer.name(), token), new Held(grant, clock.instant().plus(authorizer.ttl())));
        }
    }
}
