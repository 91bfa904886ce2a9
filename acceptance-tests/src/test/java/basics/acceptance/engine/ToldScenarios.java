package basics.acceptance.engine;

import java.util.function.BooleanSupplier;

import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;
import org.opentest4j.TestAbortedException;

import basics.acceptance.scenario.UnsureOnAws;

/**
 * Adds to a failure the command that runs the scenario again. Reports a scenario that may differ on AWS as aborted.
 * Passes on everything else unchanged.
 */
record ToldScenarios(EngineExecutionListener listener, Scenarios scenarios,
        BooleanSupplier isAws) implements EngineExecutionListener {

    @Override
    public void executionFinished(TestDescriptor test, TestExecutionResult result) {
        listener.executionFinished(test, isDifference(test, result) ? aborted(result) : withCommand(test, result));
    }

    private TestExecutionResult withCommand(TestDescriptor test, TestExecutionResult result) {
        return scenarios.of(test).filter(_ -> result.getStatus() == Status.FAILED).flatMap(
                scenario -> result.getThrowable().map(cause -> new FailedScenario(cause, scenario)))
                .map(TestExecutionResult::failed).orElse(result);
    }

    private boolean isDifference(TestDescriptor test, TestExecutionResult result) {
        return result.getStatus() == Status.FAILED && test.isTest()
                && test.getTags().stream().anyMatch(tag -> UnsureOnAws.TAG.equals('@' + tag.getName()))
                && isAws.getAsBoolean();
    }

    private static TestExecutionResult aborted(TestExecutionResult failed) {
        var cause = failed.getThrowable().orElse(null);
        return TestExecutionResult.aborted(
                new TestAbortedException(
                        "%s: %s".formatted(UnsureOnAws.DIFFERS, cause == null ? "" : cause.getMessage()),
                        cause));
    }

    @Override
    public void dynamicTestRegistered(TestDescriptor test) {
        listener.dynamicTestRegistered(test);
    }

    @Override
    public void executionSkipped(TestDescriptor test, String reason) {
        listener.executionSkipped(test, reason);
    }

    @Override
    public void executionStarted(TestDescriptor test) {
        listener.executionStarted(test);
    }

    @Override
    public void reportingEntryPublished(TestDescriptor test, ReportEntry entry) {
        listener.reportingEntryPublished(test, entry);
    }

    @Override
    public void fileEntryPublished(TestDescriptor test, FileEntry file) {
        listener.fileEntryPublished(test, file);
    }
}
