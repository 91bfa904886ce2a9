package basics.authorization;

/**
 * The token is refused. API Gateway answers 401 when a token authorizer fails with exactly this message ("Use API
 * Gateway Lambda authorizers", Amazon API Gateway Developer Guide). It has no stack trace and no cause, because the
 * runtime logs them and they may quote the token.
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
