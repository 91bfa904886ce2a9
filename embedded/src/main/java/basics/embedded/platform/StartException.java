package basics.embedded.platform;

/** The template can't be served. The message is one line that says what to do. */
public final class StartException extends RuntimeException {
    public StartException(String line) {
        super(line);
    }

    public StartException(String line, Throwable cause) {
        super(line, cause);
    }
}
