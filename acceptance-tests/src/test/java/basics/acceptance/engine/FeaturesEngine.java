package basics.acceptance.engine;

import java.util.function.BooleanSupplier;

import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;

import basics.acceptance.api.Run;
import basics.acceptance.options.Choice;
import io.cucumber.junit.platform.engine.CucumberTestEngine;

/**
 * Cucumber's engine with two changes. The command line can choose scenarios by name ({@link Choice}). And some
 * scenarios test behaviour that AWS doesn't document clearly. If one of them fails on AWS itself, it counts as skipped,
 * with the difference as the reason. On every other target it fails.
 */
public final class FeaturesEngine implements TestEngine {

    static final String ID = "features";

    private final TestEngine cucumber = new CucumberTestEngine();
    private final BooleanSupplier isAws;

    /** Called by the JUnit Platform. */
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
        var found = cucumber.discover(request, id);
        var choice = Choice.of(request.getConfigurationParameters()::get);
        if (!choice.isOfAll()) {
            Scenarios.below(found).keep(choice, found);
        }
        return found;
    }

    @Override
    public void execute(ExecutionRequest request) {
        cucumber.execute(ExecutionRequest.create(request.getRootTestDescriptor(),
                new ToldScenarios(request.getEngineExecutionListener(),
                        Scenarios.below(request.getRootTestDescriptor()), isAws),
                request.getConfigurationParameters(), request.getOutputDirectoryCreator(), request.getStore(),
                request.getCancellationToken()));
    }
}
