package basics.acceptance.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import basics.acceptance.scenario.NotApplicable;
import basics.acceptance.scenario.ScenarioHooks;
import basics.acceptance.scenario.UnsureOnAws;
import io.cucumber.messages.types.Attachment;
import io.cucumber.messages.types.PickleStep;
import io.cucumber.messages.types.TestCaseStarted;
import io.cucumber.messages.types.TestStepFinished;
import io.cucumber.messages.types.TestStepResultStatus;
import io.cucumber.query.Query;

/** Finds in the messages what became of an example. */
final class Outcomes {

    private static final Set<TestStepResultStatus> HARMLESS = Set.of(TestStepResultStatus.PASSED,
            TestStepResultStatus.SKIPPED);
    /** What was thrown from where follows, which says nothing to whoever reads this. */
    private static final Pattern TRACE = Pattern.compile("^\\s+at .*");
    private static final Pattern EXCEPTION = Pattern.compile("^(?:[a-z][\\w$]*\\.)+[A-Z][\\w$]*: *\\n?");

    private final Query query;

    Outcomes(Query query) {
        this.query = query;
    }

    /** What became of it; one that has begun and not ended is one that broke off. */
    Outcome of(TestCaseStarted started) {
        var steps = query.findTestStepsFinishedBy(started);
        var said = steps.stream().map(query::findAttachmentsBy).flatMap(List::stream).toList();
        if (query.findTestCaseFinishedBy(started).isEmpty() || steps.isEmpty()) {
            return failed(Result.FAILED, new Outcome.Failure(Optional.empty(), "It broke off.", List.of()), said);
        }
        var bad = steps.stream().filter(step -> !HARMLESS.contains(status(step))).findFirst();
        if (bad.isPresent()) {
            var isKnown = said.stream().map(Attachment::getBody).anyMatch(UnsureOnAws.DIFFERS::equals);
            return failed(isKnown ? Result.DIFFERS : Result.FAILED, failure(bad.get(), said), said);
        }
        if (steps.stream().allMatch(step -> status(step) == TestStepResultStatus.PASSED)) {
            return new Outcome(Result.PASSED, Optional.empty(), Optional.empty(), answers(said));
        }
        return steps.stream().flatMap(step -> step.getTestStepResult().getMessage().stream()).map(NotApplicable::in)
                .flatMap(Optional::stream).findFirst().map(gap -> new Outcome(Result.NOT_APPLICABLE, Optional.of(gap),
                        Optional.empty(), Set.of()))
                .orElse(Outcome.NOT_RUN);
    }

    private static TestStepResultStatus status(TestStepFinished step) {
        return step.getTestStepResult().getStatus();
    }

    private static Outcome failed(Result result, Outcome.Failure failure, List<Attachment> said) {
        return new Outcome(result, Optional.empty(), Optional.of(failure), answers(said));
    }

    private Outcome.Failure failure(TestStepFinished step, List<Attachment> said) {
        var message = step.getTestStepResult().getMessage().orElse("The step is "
                + status(step).value().toLowerCase(Locale.ROOT) + '.');
        return new Outcome.Failure(
                query.findTestStepBy(step).flatMap(query::findPickleStepBy).map(PickleStep::getText),
                EXCEPTION.matcher(message.lines().takeWhile(line -> !TRACE.matcher(line).matches())
                        .collect(Collectors.joining("\n"))).replaceFirst("").strip(),
                named(ScenarioHooks.EXCHANGES, said));
    }

    private static Set<String> answers(List<Attachment> said) {
        var answers = new TreeSet<String>();
        named(ScenarioHooks.ANSWERS, said).forEach(body -> body.lines().forEach(answers::add));
        return answers;
    }

    private static List<String> named(String name, List<Attachment> said) {
        var bodies = new ArrayList<String>();
        for (var attachment : said) {
            if (attachment.getFileName().filter(name::equals).isPresent()) {
                bodies.add(attachment.getBody());
            }
        }
        return bodies;
    }
}
