package basics.acceptance.matrix;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import basics.acceptance.scenario.NotApplicable;

/**
 * How several scenarios went on one target.
 *
 * @param tags
 *            of what the target can't honour, sorted
 */
record Tally(Map<Result, Long> counts, Set<String> tags) {

    static Tally of(Collection<Outcome> outcomes) {
        return new Tally(
                outcomes.stream()
                        .collect(Collectors.groupingBy(Outcome::result, () -> new EnumMap<>(Result.class),
                                Collectors.counting())),
                outcomes.stream().flatMap(outcome -> outcome.gap().stream()).map(NotApplicable::tag)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    long count(Result result) {
        return counts.getOrDefault(result, 0L);
    }

    /** In words: {@code passed} of a single one, {@code 10/12 passed, 2 not applicable (@needs-that)} of more. */
    String told() {
        var total = counts.values().stream().mapToLong(Long::longValue).sum();
        return counts.keySet().stream().map(result -> told(result, total)).collect(Collectors.joining(", "));
    }

    private String told(Result result, long total) {
        var isFirst = counts.keySet().iterator().next() == result;
        var number = total == 1 ? "" : isFirst ? count(result) + "/" + total + " " : count(result) + " ";
        return switch (result) {
            case NOT_APPLICABLE -> number + result.words() + " (" + String.join(" ", tags) + ")";
            case DIFFERS, FAILED -> "**" + number + result.words() + "**";
            case PASSED, NOT_RUN -> number + result.words();
        };
    }
}
