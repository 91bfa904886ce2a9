package basics.acceptance.scenario;

/**
 * Marks a scenario about behaviour that AWS doesn't document. It runs on every target. If it fails on AWS, the report lists
 * a difference and the run still passes. {@code docs/targets.md} lists what is open.
 */
public final class UnsureOnAws {

    /** The tag of such a scenario. */
    public static final String TAG = "@unsure-on-aws";

    /** The report's words for one that failed on AWS. The target matrix looks for them. */
    public static final String DIFFERS = "Differs on AWS (" + TAG + ")";

    private UnsureOnAws() {}
}
