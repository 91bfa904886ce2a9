package basics.acceptance.browser;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Whether {@code -Dbrowser} is given. The reason why not is a line at the end of the build. */
final class AskedFor implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return InstalledBrowser.find()
                .map(browser -> ConditionEvaluationResult.enabled("In " + browser))
                .orElseGet(() -> ConditionEvaluationResult.disabled("The pages were not tried in a browser: "
                        + "-Dbrowser does, where Chromium or Chrome is installed."));
    }
}
