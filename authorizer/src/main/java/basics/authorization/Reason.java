package basics.authorization;

import java.util.Locale;

/** Why a token was refused, for the log only. An answer to the client would help to forge a better token. */
enum Reason {
    MISSING,
    TOO_LONG,
    MALFORMED,
    ALGORITHM,
    TYPE,
    KEY,
    SIGNATURE,
    NO_EXPIRY,
    EXPIRED,
    NOT_YET_VALID,
    ISSUER,
    AUDIENCE,
    TOKEN_USE,
    SUBJECT,
    ERROR;

    /** One word for the log. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
