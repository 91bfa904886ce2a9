package basics.http;

import java.util.List;

/** An error answer (RFC 9457). It has no stack trace, because the service has not failed. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<InputError> errors;
    private final int retryAfterSeconds;

    Problem(int status, String detail, List<InputError> errors, int retryAfterSeconds) {
        super(detail, null, false, false);
        this.status = status;
        this.errors = errors;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /**
     * An answer with a status of 400 or more.
     *
     * @param detail text for the client, without internal details
     */
    public Problem(int status, String detail) {
        this(status, detail, List.of(), 0);
    }

    /** 503 with {@code Retry-After}, when the same request may succeed a second later. */
    public static Problem tryAgain() {
        return tryAgain("The service is busy. Try again in a moment.");
    }

    /** As {@link #tryAgain()}, with a more specific detail. */
    public static Problem tryAgain(String detail) {
        return new Problem(503, detail, List.of(), 1);
    }

    /** 500, without the cause. */
    public static Problem internal() {
        return new Problem(500, "Something went wrong on our side. Quote the instance when you report it.");
    }

    public int status() {
        return status;
    }

    List<InputError> errors() {
        return errors;
    }

    /** Seconds for {@code Retry-After}; 0 means no such header. */
    int retryAfterSeconds() {
        return retryAfterSeconds;
    }

    String detail() {
        var detail = getMessage();
        return detail == null ? title() : detail;
    }

    /** The status code's reason phrase (RFC 9110), as {@code about:blank} requires (RFC 9457, 4.2.1). */
    String title() {
        return switch (status) {
            case 400 -> "Bad Request";
            case 404 -> "Not Found";
            case 409 -> "Conflict";
            case 412 -> "Precondition Failed";
            case 413 -> "Content Too Large";
            case 415 -> "Unsupported Media Type";
            case 422 -> "Unprocessable Content";
            case 503 -> "Service Unavailable";
            default -> "Internal Server Error";
        };
    }
}
