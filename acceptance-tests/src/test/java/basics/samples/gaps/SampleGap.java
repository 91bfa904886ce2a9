package basics.samples.gaps;

import basics.acceptance.scenario.NotApplicable;
import io.cucumber.java.Before;
import org.junit.jupiter.api.Assumptions;

public final class SampleGap {

    public static final NotApplicable GAP = new NotApplicable("@needs-wings", "it has none | yet");

    @Before("@needs-wings")
    public void skip() {
        Assumptions.abort(GAP.message());
    }

    @Before("@by-hand")
    public void skipWithoutReason() {
        Assumptions.abort("Somebody has said so");
    }
}
