package basics.acceptance.documentation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import basics.acceptance.glossary.Glossary;
import io.cucumber.messages.types.Pickle;

/**
 * All features, as one or several runs have shown them.
 *
 * @param capabilities
 *            for product owners
 * @param contract
 *            for developers
 */
record Book(List<Capability> capabilities, Capability contract) {

    /** Makes it of runs: a feature is as the first of them that knows it has it. */
    static Book of(Glossary glossary, List<TargetRun> runs) {
        var chapters = new HashMap<String, Chapter>();
        runs.forEach(run -> chapters(run, runs).forEach(chapters::putIfAbsent));
        var topics = new LinkedHashMap<String, List<Chapter>>();
        glossary.capabilities().forEach(topic -> topics.put(topic.folder(), new ArrayList<>()));
        chapters.values().forEach(
                chapter -> topics.computeIfAbsent(folder(chapter), folder -> new ArrayList<>()).add(chapter));
        var contract = Optional.ofNullable(topics.remove(Glossary.CONTRACT)).orElse(List.of());
        return new Book(
                topics.entrySet().stream().filter(topic -> !topic.getValue().isEmpty())
                        .map(topic -> capability(glossary, topic.getKey(), topic.getValue())).toList(),
                capability(glossary, Glossary.CONTRACT, contract));
    }

    private static Capability capability(Glossary glossary, String folder, List<Chapter> chapters) {
        var topic = glossary.topic(folder).orElse(new Glossary.Topic(folder, folder, "", List.of()));
        var read = chapters.stream().sorted(Comparator.comparing(
                (Chapter chapter) -> chapter.feature().substring(chapter.feature().indexOf('/') + 1),
                topic.reading())).toList();
        return new Capability(Ids.feature(folder), topic.title(), topic.says(), read);
    }

    private static String folder(Chapter chapter) {
        return chapter.feature().contains("/")
                ? chapter.feature().substring(0, chapter.feature().indexOf('/'))
                : chapter.feature();
    }

    private static Map<String, Chapter> chapters(TargetRun run, List<TargetRun> runs) {
        var lines = new Lines(run.messages().query());
        var pickles = new HashMap<String, Pickle>();
        run.messages().query().findAllPickles()
                .forEach(pickle -> pickles.put(pickle.getAstNodeIds().getLast(), pickle));
        var chapters = new HashMap<String, Chapter>();
        run.messages().documents().forEach(document -> document.getFeature().ifPresent(feature -> {
            var name = Example.feature(document.getUri().orElse(""));
            chapters.put(name, new ChapterReader(name, pickles, lines, runs).read(feature));
        }));
        return chapters;
    }

    /** All chapters, those for product owners first. */
    Stream<Chapter> chapters() {
        return Stream.concat(capabilities.stream(), Stream.of(contract)).map(Capability::chapters)
                .flatMap(List::stream);
    }

    List<Verdict> verdicts() {
        return capabilities.stream().map(Capability::verdicts).flatMap(List::stream).toList();
    }
}
