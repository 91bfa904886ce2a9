package basics.acceptance.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/**
 * What is kept of the newest whole run against a target, so that the page can tell of targets that are not at hand.
 *
 * @param exceptions
 *            the scenarios that didn't simply pass
 */
record Recorded(RunLine run, List<Gap> gaps, List<Unlike> exceptions) {

    private static final YAMLMapper YAML = YAMLMapper.builder().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES).enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS).build();

    /** What the target can't honour, and for how many examples that is so. */
    record Gap(String tag, String reason, long examples) {}

    /** A scenario, all rows of an outline as one, and what became of it in words. */
    record Unlike(String feature, String scenario, String told) {}

    static Recorded of(TargetRun run) {
        var scenarios = new LinkedHashMap<List<String>, List<Example>>();
        run.examples().stream().sorted(Comparator.comparing(Example::feature)).forEach(example -> scenarios
                .computeIfAbsent(List.of(example.feature(), example.scenario()), names -> new ArrayList<>())
                .add(example));
        var exceptions = new ArrayList<Unlike>();
        scenarios.forEach((names, examples) -> {
            var tally = run.tally(examples);
            if (tally.count(Result.PASSED) < tally.all()) {
                exceptions.add(new Unlike(names.getFirst(), names.getLast(), tally.told()));
            }
        });
        return new Recorded(RunLine.of(run), run.tally().gaps().entrySet().stream()
                .map(gap -> new Gap(gap.getKey().tag(), gap.getKey().reason(), gap.getValue())).toList(), exceptions);
    }

    /** Those of a file, with the ones of these runs in place of older ones of the same targets. */
    static List<Recorded> read(Path file, List<TargetRun> runs) {
        var all = new LinkedHashMap<String, Recorded>();
        try {
            if (Files.exists(file)) {
                YAML.readValue(file.toFile(), new TypeReference<List<Recorded>>() {
                })
                        .forEach(recorded -> all.put(recorded.run().target(), recorded));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        runs.stream().map(Recorded::of).filter(recorded -> recorded.run().isWhole())
                .forEach(recorded -> all.put(recorded.run().target(), recorded));
        return all.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Recorded> entry) -> Results.place(entry.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getValue).toList();
    }

    static void write(List<Recorded> all, Path file) throws IOException {
        YAML.writeValue(file.toFile(), all);
    }
}
