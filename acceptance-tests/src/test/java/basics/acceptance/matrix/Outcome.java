package basics.acceptance.matrix;

import java.util.List;
import java.util.Optional;

import basics.acceptance.scenario.NotApplicable;
import basics.acceptance.scenario.UnsureOnAws;
import io.cucumber.messages.types.TestStepResult;
import io.cucumber.messages.types.TestStepResultStatus;

/**
 * What became of a scenario on a target.
 *
 * @param gap
 *            what the target can't honour, if that is why the scenario is not applicable
 */
record Outcome(Result result, Optional<NotApplicable> gap) {

    static final Outcome NOT_RUN = of(Result.NOT_RUN);

    /**
     * The outcome of a scenario's steps and hooks; one that has begun and has none is one that broke off.
     *
     * @param said
     *            what the scenario has left in the report
     */
    static Outcome of(List<TestStepResult> steps, List<String> said) {
        if (steps.isEmpty()) {
            return of(Result.FAILED);
        }
        if (steps.stream().allMatch(step -> step.getStatus() == TestStepResultStatus.PASSED)) {
            return of(Result.PASSED);
        }
        var isSkipped = steps.stream().allMatch(step -> step.getStatus() == TestStepResultStatus.PASSED
                || step.getStatus() == TestStepResultStatus.SKIPPED);
        if (!isSkipped) {
            return of(said.contains(UnsureOnAws.DIFFERS) ? Result.DIFFERS : Result.FAILED);
        }
        return steps.stream().flatMap(step -> step.getMessage().stream()).map(NotApplicable::in)
                .flatMap(Optional::stream)
                .findFirst().map(gap -> new Outcome(Result.NOT_APPLICABLE, Optional.of(gap))).orElse(NOT_RUN);
    }

    private static Outcome of(Result result) {
        return new Outcome(result, Optional.empty());
    }
}
