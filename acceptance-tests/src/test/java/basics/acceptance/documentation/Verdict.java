package basics.acceptance.documentation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import basics.acceptance.scenario.NotApplicable;

/**
 * What became of an example, on one target or on several.
 *
 * @param outcomes
 *            by target
 */
record Verdict(Map<String, Outcome> outcomes) {

    /** What is told of several targets: what is wrong anywhere, or else what was shown somewhere. */
    private static final List<Result> RANKED = List.of(Result.FAILED, Result.DIFFERS, Result.PASSED,
            Result.NOT_APPLICABLE, Result.NOT_RUN);

    /**
     * Why an example says nothing of a target.
     *
     * @param target
     *            for which this is so
     */
    record Note(String target, String reason) {}

    static Verdict of(Example example, List<TargetRun> runs) {
        var outcomes = new LinkedHashMap<String, Outcome>();
        runs.forEach(run -> outcomes.put(run.target(), run.outcome(example)));
        return new Verdict(outcomes);
    }

    Result result() {
        return worst(results());
    }

    /** One for several examples. */
    static Result worst(Collection<Result> results) {
        return results.stream().min(Comparator.comparing(RANKED::indexOf)).orElse(Result.NOT_RUN);
    }

    Set<Note> notes() {
        var notes = new LinkedHashSet<Note>();
        outcomes.forEach((target, outcome) -> outcome.gap().map(NotApplicable::reason)
                .ifPresent(reason -> notes.add(new Note(target, reason))));
        return notes;
    }

    List<Result> results() {
        return outcomes.values().stream().map(Outcome::result).toList();
    }

    /** A failure on a target. */
    record Failed(String target, Result result, Outcome.Failure failure) {}

    List<Failed> failures() {
        var failures = new ArrayList<Failed>();
        outcomes.forEach((target, outcome) -> outcome.failure()
                .ifPresent(failure -> failures.add(new Failed(target, outcome.result(), failure))));
        return failures;
    }

    /** What has passed on a target, and on which first. */
    Optional<Outcome> passed() {
        return outcomes.values().stream().filter(outcome -> outcome.result() == Result.PASSED).findFirst();
    }
}
