package basics.acceptance.engine;

import basics.acceptance.api.Run;
import io.cucumber.junit.platform.engine.CucumberTestEngine;
import java.util.function.BooleanSupplier;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;

/**
 * Cucumber's engine, but for what becomes of a failed scenario about which AWS's documents leave us unsure. On AWS itself
 * it is an answer, not a fault: the test counts as skipped, with what differs as its reason. On every other target it
 * fails.
 */
public final class FeaturesEngine implements TestEngine {

    static final String ID = "features";

    private final TestEngine cucumber = new CucumberTestEngine();
    private final BooleanSupplier isAws;

    /** The JUnit Platform's way to make it. */
    public FeaturesEngine() {
        this(() -> Run.begun().filter(run -> run.target().isAws()).isPresent());
    }

    FeaturesEngine(BooleanSupplier isAws) {
        this.isAws = isAws;
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
        return cucumber.discover(request, id);
    }

    @Override
    public void execute(ExecutionRequest request) {
        cucumber.execute(ExecutionRequest.create(request.getRootTestDescriptor(),
                new DifferingScenarios(request.getEngineExecutionListener(), isAws),
                request.getConfigurationParameters(), request.getOutputDirectoryCreator(), request.getStore(),
                request.getCancellationToken()));
    }
}
