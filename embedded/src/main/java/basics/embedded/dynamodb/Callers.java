package basics.embedded.dynamodb;

import basics.embedded.faults.Faults;
import basics.embedded.faults.Victim;
import basics.embedded.iam.Role;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who may call DynamoDB, by access key id. */
public final class Callers {
    private final Map<String, Caller> byKey = new ConcurrentHashMap<>();

    /** Credentials that are good until they are withdrawn. */
    public AccessKey admit(String function, String shortName, Role role, Victim victim) {
        return admit(new Caller(function, shortName, role, victim));
    }

    /** As the other, for what nobody orders faults for. */
    public AccessKey admit(String function, String shortName, Role role) {
        return admit(function, shortName, role, new Victim(Faults.NONE));
    }

    /** Others in the place of credentials, which are refused from now on. */
    public AccessKey renew(AccessKey key) {
        var caller = byKey.remove(key.id());
        if (caller == null) {
            throw new IllegalStateException("Credentials that were withdrawn can't be renewed.");
        }
        return admit(caller);
    }

    private AccessKey admit(Caller caller) {
        var key = AccessKey.fresh();
        byKey.put(key.id(), caller);
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
