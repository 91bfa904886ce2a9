package basics.embedded.lambda;

/** How an invocation ended. */
public sealed interface Outcome {
    /** The bytes that the handler answered. */
    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
    record Answer(byte[] payload) implements Outcome {}

    /** The environment was gone before it took the invocation: another one can have it. */
    record NotTaken() implements Outcome {}

    /**
     * The function failed, timed out or crashed.
     *
     * @param message
     *            of the error that the handler has thrown; empty when there was none
     */
    record Failure(String reason, String message) implements Outcome {
        Failure(String reason) {
            this(reason, "");
        }
    }
}
