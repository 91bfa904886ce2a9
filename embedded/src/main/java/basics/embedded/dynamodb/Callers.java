package basics.embedded.dynamodb;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import basics.embedded.faults.Faults;
import basics.embedded.faults.Victim;
import basics.embedded.iam.Role;
import basics.embedded.traces.Work;

/** Who may call DynamoDB, by access key id. */
public final class Callers {
    record Admitted(Caller caller, AccessKey key) {}

    private final Map<String, Admitted> byKey = new ConcurrentHashMap<>();

    /**
     * Credentials that are good until they are withdrawn.
     *
     * @param work
     *            of whoever has them
     */
    public AccessKey admit(String function, String shortName, Role role, Victim victim, Work work) {
        return admit(new Caller(function, shortName, role, victim, work));
    }

    /** As the other, for what nobody orders faults for, and works on no request. */
    public AccessKey admit(String function, String shortName, Role role) {
        return admit(function, shortName, role, new Victim(Faults.NONE), new Work());
    }

    /** Others in the place of credentials, which are refused from now on. */
    public AccessKey renew(AccessKey key) {
        var admitted = byKey.remove(key.id());
        if (admitted == null) {
            throw new IllegalStateException("Credentials that were withdrawn can't be renewed.");
        }
        return admit(admitted.caller());
    }

    private AccessKey admit(Caller caller) {
        var key = AccessKey.fresh();
        byKey.put(key.id(), new Admitted(caller, key));
        return key;
    }

    /** The owner of this machine, who may do everything. */
    void admitOwner(AccessKey key) {
        byKey.put(key.id(), new Admitted(Caller.OWNER, key));
    }

    /** Has them refused from now on. */
    public void withdraw(AccessKey key) {
        byKey.remove(key.id());
    }

    Optional<Admitted> of(String keyId) {
        return Optional.ofNullable(byKey.get(keyId));
    }
}
