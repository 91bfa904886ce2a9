package basics.authorization;

/**
 * The issuer's keys can't be read, so no decision is possible. API Gateway then denies access and answers
 * AUTHORIZER_FAILURE.
 */
final class AuthorizerUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String failure;

    /** @param cause logged by its classes only, since messages may quote what a client sent */
    AuthorizerUnavailable(Throwable cause) {
        super("AuthorizerUnavailable: the issuer's keys can't be read", null, false, false);
        var classes = new StringBuilder(cause.getClass().getName());
        for (var inner = cause.getCause(); inner != null; inner = inner.getCause()) {
            classes.append(" caused_by=").append(inner.getClass().getName());
        }
        failure = classes.toString();
    }

    String failure() {
        return failure;
    }
}
