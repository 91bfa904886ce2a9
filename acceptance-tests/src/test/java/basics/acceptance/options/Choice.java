package basics.acceptance.options;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The scenarios to run, from {@code -Dfeature=} and {@code -Dscenario=}. Without them, all.
 *
 * @param feature
 *            files or folders, separated by commas; a file may have a line: {@code users/create_user:63}
 * @param scenario
 *            the name of a scenario, of a row of an outline, or of an outline as written; case doesn't matter
 */
public record Choice(Optional<String> feature, Optional<String> scenario) {

    private static final Pattern FEATURE = Pattern.compile("(.+?)(?::(\\d+))?");

    /** Reads the options. A blank option counts as absent. */
    public static Choice of(Function<String, Optional<String>> options) {
        return new Choice(options.apply("feature").filter(text -> !text.isBlank()),
                options.apply("scenario").filter(text -> !text.isBlank()));
    }

    public boolean isOfAll() {
        return feature.isEmpty() && scenario.isEmpty();
    }

    /**
     * The chosen scenarios.
     *
     * @throws IllegalArgumentException
     *            if a feature or the scenario is unknown; the message suggests similar names
     */
    public List<NamedScenario> among(List<NamedScenario> all) {
        var inFeatures = feature.map(given -> Arrays.stream(given.split(",", -1)).map(String::strip)
                .flatMap(one -> inFeature(one, all)).distinct().toList()).orElse(all);
        return scenario.map(name -> called(name, inFeatures, all)).orElse(inFeatures);
    }

    private static Stream<NamedScenario> inFeature(String given, List<NamedScenario> all) {
        var parts = FEATURE.matcher(given);
        if (!parts.matches()) {
            throw new IllegalArgumentException("-Dfeature= names no feature, such as users/create_user");
        }
        var name = FeatureFiles.name(parts.group(1)).replaceFirst("/+$", "");
        var exactly = all.stream().filter(one -> one.feature().equals(name)).toList();
        var found = exactly.isEmpty() ? all.stream().filter(one -> isIn(one.feature(), name)).toList() : exactly;
        if (found.isEmpty()) {
            throw new IllegalArgumentException("-Dfeature=%s: no such feature; similar ones are %s".formatted(given,
                    String.join(", ", Near.to(name, all.stream().map(NamedScenario::feature).toList()))));
        }
        return parts.group(2) == null ? found.stream() : at(Integer.parseInt(parts.group(2)), found);
    }

    /** The row at a line, or all rows of the scenario around the line. */
    private static Stream<NamedScenario> at(int line, List<NamedScenario> scenarios) {
        var row = scenarios.stream().filter(one -> one.line() == line).toList();
        var start = scenarios.stream().mapToInt(NamedScenario::start).filter(begin -> begin <= line).max()
                .orElseGet(() -> scenarios.getFirst().start());
        return row.isEmpty() ? scenarios.stream().filter(one -> one.start() == start) : row.stream();
    }

    /** Whether a name is the end of a feature's path, or a folder around it. */
    private static boolean isIn(String feature, String name) {
        return feature.endsWith('/' + name) || feature.startsWith(name + '/');
    }

    private List<NamedScenario> called(String name, List<NamedScenario> among, List<NamedScenario> all) {
        var found = among.stream().filter(one -> one.isCalled(name.strip())).toList();
        if (found.isEmpty()) {
            var elsewhere = all.stream().filter(one -> one.isCalled(name.strip())).map(NamedScenario::feature)
                    .distinct()
                    .toList();
            throw new IllegalArgumentException("-Dscenario=%s: no such scenario%s; similar ones are%n  %s".formatted(
                    name, feature.map(given -> " in " + given).orElse(""), String.join("\n  ", elsewhere.isEmpty()
                            ? Near.to(name, among.stream().map(NamedScenario::name).toList())
                            : elsewhere.stream().map(one -> "the one in " + one).toList())));
        }
        return found;
    }
}
