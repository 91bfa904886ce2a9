package basics.authorization;

/** No decision: the issuer's keys can't be read. API Gateway lets nobody in then, and answers AUTHORIZER_FAILURE. */
final class AuthorizerUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String failure;

    /** @param cause logged by its classes only: messages may quote what somebody sent */
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
