package basics.acceptance.documentation;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.cucumber.messages.Convertor;
import io.cucumber.messages.types.Ci;
import io.cucumber.messages.types.Git;
import io.cucumber.messages.types.Meta;
import io.cucumber.messages.types.TestRunStarted;

/**
 * A run of the features against a target.
 *
 * @param commit
 *            with {@code -dirty} behind it if there were changes that had not been committed
 * @param examples
 *            those that the run knew, also if it didn't run them
 * @param outcomes
 *            of those that it ran
 */
record TargetRun(String target, String commit, Instant when, Duration took, Messages messages, Set<Example> examples,
        Map<Example, Outcome> outcomes) {

    private static final String UNKNOWN = "unknown";

    /**
     * Reads the messages of a run.
     *
     * @throws IllegalArgumentException
     *             if the file is not of messages
     */
    static TargetRun read(String target, Path file) {
        var messages = Messages.read(file);
        var query = messages.query();
        var outcomes = new HashMap<Example, Outcome>();
        var found = new Outcomes(query);
        for (var started : query.findAllTestCaseStarted()) {
            query.findPickleBy(started).map(pickle -> Example.of(pickle, query))
                    .ifPresent(example -> outcomes.put(example, found.of(started)));
        }
        var examples = new LinkedHashSet<Example>();
        query.findAllPickles().forEach(pickle -> examples.add(Example.of(pickle, query)));
        return new TargetRun(target,
                query.findMeta().flatMap(Meta::getCi).flatMap(Ci::getGit).map(Git::getRevision).orElse(UNKNOWN),
                query.findTestRunStarted().map(TestRunStarted::getTimestamp).map(Convertor::toInstant)
                        .orElse(Instant.EPOCH),
                query.findTestRunDuration().orElse(Duration.ZERO), messages, examples, outcomes);
    }

    Outcome outcome(Example example) {
        return outcomes.getOrDefault(example, Outcome.NOT_RUN);
    }

    /** How some examples went. */
    Tally tally(Collection<Example> some) {
        return Tally.of(some.stream().map(this::outcome).toList());
    }

    /** How all went. */
    Tally tally() {
        return tally(List.copyOf(examples));
    }
}
