package basics.acceptance.documentation;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import basics.acceptance.scenario.NotApplicable;

/**
 * How several examples went on one target.
 *
 * @param gaps
 *            what the target can't honour, and for how many of the examples that is so
 */
record Tally(Map<Result, Long> counts, SortedMap<NotApplicable, Long> gaps) {

    private static final Comparator<NotApplicable> BY_TAG = Comparator.comparing(NotApplicable::tag)
            .thenComparing(NotApplicable::reason);

    static Tally of(Collection<Outcome> outcomes) {
        return new Tally(
                outcomes.stream()
                        .collect(Collectors.groupingBy(Outcome::result, () -> new EnumMap<>(Result.class),
                                Collectors.counting())),
                outcomes.stream().map(Outcome::gap).flatMap(Optional::stream).collect(
                        Collectors.groupingBy(Function.identity(), () -> new TreeMap<>(BY_TAG),
                                Collectors.counting())));
    }

    long count(Result result) {
        return counts.getOrDefault(result, 0L);
    }

    long all() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** In words: {@code passed} of a single one, {@code 10/12 passed, 2 not applicable (@needs-that)} of more. */
    String told() {
        return counts.keySet().stream().map(this::told).collect(Collectors.joining(", "));
    }

    private String told(Result result) {
        var isFirst = counts.keySet().iterator().next() == result;
        var number = all() == 1 ? "" : isFirst ? count(result) + "/" + all() + " " : count(result) + " ";
        var tags = gaps.keySet().stream().map(NotApplicable::tag).distinct().collect(Collectors.joining(" "));
        return number + result.words() + (result == Result.NOT_APPLICABLE ? " (" + tags + ")" : "");
    }
}
