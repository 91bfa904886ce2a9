package basics.embedded.dynamodb;

import basics.embedded.iam.Role;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who may call DynamoDB, by access key id. */
public final class Callers {
    private final Map<String, Caller> byKey = new ConcurrentHashMap<>();

    /** Credentials that are good until they are withdrawn. */
    public AccessKey admit(String function, String shortName, Role role) {
        var key = AccessKey.fresh();
        byKey.put(key.id(), new Caller(function, shortName, role));
        return key;
    }

    /** Has them refused from now on. */
    public void withdraw(AccessKey key) {
        byKey.remove(key.id());
    }

    Optional<Caller> of(String keyId) {
        return Optional.ofNullable(byKey.get(keyId));
    }
}
