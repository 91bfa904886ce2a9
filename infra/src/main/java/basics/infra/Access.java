package basics.infra;

import static java.util.Map.entry;

import java.util.Map;

/** Who may call the API. */
enum Access {
    /** Anyone who reaches it. Only for an API that listens on this machine alone. */
    OPEN,
    /** Callers of the account who sign their requests (SigV4) and may invoke the API; {@code GET /health} stays open. */
    IAM;

    static Map<String, Access> byName() {
        return Ordered.map(entry("iam", IAM), entry("open", OPEN));
    }
}
