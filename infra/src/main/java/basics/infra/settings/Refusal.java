package basics.infra.settings;

/** Synthesis can't go on, for a reason that the caller can correct. The message is one line that says how. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Refusal(String message) {
        super(message);
    }
}
