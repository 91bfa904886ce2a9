package basics.acceptance.matrix;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import basics.acceptance.scenario.NotApplicable;

/**
 * Several runs side by side.
 *
 * @param runs
 *            in the order of their columns
 * @param examples
 *            all that any of the runs knew, in the order of the files and of the lines in them
 */
record Matrix(List<TargetRun> runs, List<Example> examples) {

    private static final Comparator<Example> BY_PLACE = Comparator.comparing(Example::file)
            .thenComparing(Example::line).thenComparing(Example::name);
    private static final Comparator<NotApplicable> BY_TAG = Comparator.comparing(NotApplicable::tag)
            .thenComparing(NotApplicable::reason);

    static Matrix of(List<TargetRun> runs) {
        var examples = runs.stream().map(TargetRun::examples).flatMap(List::stream)
                .collect(Collectors.toMap(Example::key, Function.identity(), (one, same) -> one)).values();
        return new Matrix(runs, examples.stream().sorted(BY_PLACE).toList());
    }

    /** By feature file, its scenarios; the rows of an outline are one scenario. */
    Map<String, Collection<List<Example>>> scenarios() {
        var scenarios = new LinkedHashMap<String, Map<List<String>, List<Example>>>();
        for (var example : examples) {
            scenarios.computeIfAbsent(example.file(), file -> new LinkedHashMap<>())
                    .computeIfAbsent(List.of(example.rule(), example.scenario()), names -> new ArrayList<>())
                    .add(example);
        }
        return scenarios.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                file -> file.getValue().values(), (one, same) -> one, LinkedHashMap::new));
    }

    /** How some examples went on a target. */
    static Tally tally(TargetRun run, List<Example> examples) {
        return Tally.of(examples.stream().map(run::outcome).toList());
    }

    /** What a target can't honour, and for how many of the examples that is so. */
    SortedMap<NotApplicable, Long> gaps(TargetRun run) {
        return examples.stream().map(run::outcome).map(Outcome::gap).flatMap(Optional::stream).collect(
                Collectors.groupingBy(Function.identity(), () -> new TreeMap<>(BY_TAG), Collectors.counting()));
    }

    /** What has come to a result on a target. */
    List<Example> with(Result result, TargetRun run) {
        return examples.stream().filter(example -> run.outcome(example).result() == result).toList();
    }
}
