package basics.embedded.iam;

/** What the policies of a role say to one access. */
public enum Decision {
    ALLOWED, NOT_ALLOWED, DENIED
}
