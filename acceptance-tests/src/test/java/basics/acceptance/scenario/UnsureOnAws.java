package basics.acceptance.scenario;

/**
 * Scenarios about what AWS's documents leave open and nobody is known to have tried. They run on AWS as everywhere; one
 * that fails there is told as a difference, and the run doesn't fail for it. What is open is in {@code docs/targets.md}.
 */
public final class UnsureOnAws {

    /** Of such scenarios. */
    public static final String TAG = "@unsure-on-aws";

    /** What the report says of one that has failed on AWS; the target matrix finds it there again. */
    public static final String DIFFERS = "Differs on AWS (" + TAG + ")";

    private UnsureOnAws() {}
}
