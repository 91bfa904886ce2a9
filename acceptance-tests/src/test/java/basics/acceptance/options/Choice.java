package basics.acceptance.options;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The scenarios that a run is about: {@code -Dfeature=} and {@code -Dscenario=}, or all.
 *
 * @param feature
 *            files or folders, separated by commas, each with a line as it may be: {@code users/create_user:63}
 * @param scenario
 *            the name of a scenario, of one row of an outline, or of an outline as it is written, in any case
 */
public record Choice(Optional<String> feature, Optional<String> scenario) {

    private static final Pattern FEATURE = Pattern.compile("(.+?)(?::(\\d+))?");

    /** What the options say; blank is as good as absent. */
    public static Choice of(Function<String, Optional<String>> options) {
        return new Choice(options.apply("feature").filter(text -> !text.isBlank()),
                options.apply("scenario").filter(text -> !text.isBlank()));
    }

    public boolean isOfAll() {
        return feature.isEmpty() && scenario.isEmpty();
    }

    /**
     * Those that are chosen.
     *
     * @throws IllegalArgumentException
     *             if a feature or the scenario isn't among them; its message names near ones
     */
    public List<NamedScenario> among(List<NamedScenario> all) {
        var inFeatures = feature.map(given -> Arrays.stream(given.split(",", -1)).map(String::strip)
                .flatMap(one -> inFeature(one, all)).distinct().toList()).orElse(all);
        return scenario.map(name -> called(name, inFeatures, all)).orElse(inFeatures);
    }

    private static Stream<NamedScenario> inFeature(String given, List<NamedScenario> all) {
        var parts = FEATURE.matcher(given);
        if (!parts.matches()) {
            throw new IllegalArgumentException("-Dfeature= names no feature; one is users/create_user");
        }
        var name = FeatureFiles.name(parts.group(1)).replaceFirst("/+$", "");
        var exactly = all.stream().filter(one -> one.feature().equals(name)).toList();
        var found = exactly.isEmpty() ? all.stream().filter(one -> isIn(one.feature(), name)).toList() : exactly;
        if (found.isEmpty()) {
            throw new IllegalArgumentException("-Dfeature=%s: there is no such feature; near are %s".formatted(given,
                    String.join(", ", Near.to(name, all.stream().map(NamedScenario::feature).toList()))));
        }
        return parts.group(2) == null ? found.stream() : at(Integer.parseInt(parts.group(2)), found);
    }

    /** A row by its line; else the whole of the scenario that the line is within. */
    private static Stream<NamedScenario> at(int line, List<NamedScenario> scenarios) {
        var row = scenarios.stream().filter(one -> one.line() == line).toList();
        var start = scenarios.stream().mapToInt(NamedScenario::start).filter(begin -> begin <= line).max()
                .orElseGet(() -> scenarios.getFirst().start());
        return row.isEmpty() ? scenarios.stream().filter(one -> one.start() == start) : row.stream();
    }

    /** By the end of its path, or as a folder. */
    private static boolean isIn(String feature, String name) {
        return feature.endsWith('/' + name) || feature.startsWith(name + '/');
    }

    private List<NamedScenario> called(String name, List<NamedScenario> among, List<NamedScenario> all) {
        var found = among.stream().filter(one -> one.isCalled(name.strip())).toList();
        if (found.isEmpty()) {
            var elsewhere = all.stream().filter(one -> one.isCalled(name.strip())).map(NamedScenario::feature)
                    .distinct()
                    .toList();
            throw new IllegalArgumentException("-Dscenario=%s: there is no such scenario%s; near are%n  %s".formatted(
                    name, feature.map(given -> " in " + given).orElse(""), String.join("\n  ", elsewhere.isEmpty()
                            ? Near.to(name, among.stream().map(NamedScenario::name).toList())
                            : elsewhere.stream().map(one -> "the one in " + one).toList())));
        }
        return found;
    }
}
