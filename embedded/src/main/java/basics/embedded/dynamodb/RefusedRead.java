package basics.embedded.dynamodb;

/** What DynamoDB says of a read that it can't make, behind its own word for it, such as {@code ResourceNotFoundException}. */
public final class RefusedRead extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    RefusedRead(String code, String message, Throwable cause) {
        super(code + ": " + message, cause);
    }
}
