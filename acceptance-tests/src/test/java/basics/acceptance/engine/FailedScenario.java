package basics.acceptance.engine;

import basics.acceptance.options.NamedScenario;

/** The failure of a scenario, with the command that runs it again. */
final class FailedScenario extends AssertionError {

    FailedScenario(Throwable failure, NamedScenario scenario) {
        super("%s%nAgain: %s".formatted(failure instanceof AssertionError ? failure.getMessage() : failure,
                scenario.again()), failure.getCause());
        setStackTrace(failure.getStackTrace());
    }
}
