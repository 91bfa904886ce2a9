package basics.samples.gaps;

import org.junit.jupiter.api.Assumptions;

import basics.acceptance.scenario.NotApplicable;
import io.cucumber.java.Before;

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
