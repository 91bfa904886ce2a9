package basics.embedded.dynamodb;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import basics.embedded.iam.Access;

/** What each function has used of its grants: the accesses that were allowed, by the function's physical name. */
public final class AccessLog {
    private final Map<String, Set<Access>> used = new ConcurrentHashMap<>();

    void record(Caller caller, Access access) {
        if (caller.equals(Caller.OWNER)) {
            return;
        }
        used.computeIfAbsent(caller.function(), name -> ConcurrentHashMap.newKeySet()).add(access);
    }

    public Map<String, Set<Access>> used() {
        return used.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }
}
