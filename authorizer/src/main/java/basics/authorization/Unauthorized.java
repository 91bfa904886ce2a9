package basics.authorization;

/**
 * A token that lets nobody in. API Gateway answers 401 to a token authorizer that fails with exactly this message
 * ("Use API Gateway Lambda authorizers", Amazon API Gateway Developer Guide). It has no stack trace and no cause: the
 * runtime logs those, and they may quote the token.
 */
final class Unauthorized extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    Unauthorized(Reason reason) {
        super("Unauthorized", null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
