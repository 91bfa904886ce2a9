package basics.embedded.iam;

/** The decision of a role's policies on an access. */
public enum Decision {
    ALLOWED, NOT_ALLOWED, DENIED
}
