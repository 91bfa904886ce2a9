package basics.http;

/**
 * Describes a failure for the log by its classes and frames. Messages are left out, since they may quote what a user
 * sent.
 */
public final class Cause {
    private static final int FRAMES = 12;
    private static final int CAUSES = 5;

    private Cause() {}

    public static String of(Throwable failure) {
        var text = new StringBuilder();
        Throwable cause = failure;
        for (var i = 0; cause != null && i < CAUSES; i++, cause = cause.getCause()) {
            text.append(i == 0 ? "failure=" : " caused_by=").append(cause.getClass().getName());
            var frames = cause.getStackTrace();
            for (var f = 0; f < Math.min(FRAMES, frames.length); f++) {
                text.append(" at ").append(frames[f]);
            }
        }
        return text.toString();
    }
}
