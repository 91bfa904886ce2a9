package basics.acceptance.documentation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An example, and where to find it from the first page. */
record Shown(String link, String name, Chapter chapter, Chapter.Rule rule, Verdict verdict, boolean isInContract) {

    /** Where developers read. */
    static final String CONTRACT_PAGE = "contract.html";

    /** All examples of a book, each row of an outline as one, in the order of reading. */
    static List<Shown> all(Book book) {
        var all = new ArrayList<Shown>();
        book.capabilities().forEach(capability -> add(all, capability, false));
        add(all, book.contract(), true);
        return all;
    }

    private static void add(List<Shown> all, Capability capability, boolean isInContract) {
        var page = isInContract ? CONTRACT_PAGE : "";
        for (var chapter : capability.chapters()) {
            for (var rule : chapter.rules()) {
                for (var scene : rule.scenes()) {
                    if (!scene.isOutline()) {
                        all.add(new Shown(page + '#' + scene.id(), scene.name(), chapter, rule,
                                scene.verdicts().getFirst(), isInContract));
                    }
                    scene.tables().stream().map(Chapter.Rows::rows).flatMap(List::stream)
                            .forEach(row -> all.add(new Shown(page + '#' + row.id(), row.name(), chapter, rule,
                                    row.verdict(), isInContract)));
                }
            }
        }
    }

    /** The one that shows an answer of the service best, which is the one that shows the fewest others. */
    static Optional<Shown> of(String answer, Stream<Shown> examples) {
        return examples.filter(example -> example.answers().contains(answer))
                .min(Comparator.comparing(example -> example.answers().size()));
    }

    private Set<String> answers() {
        return verdict.passed().map(Outcome::answers).orElse(Set.of());
    }
}
