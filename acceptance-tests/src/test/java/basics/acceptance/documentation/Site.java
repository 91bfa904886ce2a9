package basics.acceptance.documentation;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import basics.acceptance.documentation.Verdict.Note;
import basics.acceptance.glossary.Glossary;

/**
 * All that the pages say.
 *
 * @param title
 *            what the service is called
 */
record Site(String title, Glossary glossary, List<TargetText> targets, List<TargetRun> runs, Book book,
        Promises promises, List<Shown> examples, History history) {

    List<RunLine> lines() {
        return runs.stream().map(RunLine::of).toList();
    }

    /** What somebody has to look at, what fails before what differs. */
    List<Shown> alarming() {
        return examples.stream().filter(example -> example.verdict().result().isAlarming())
                .sorted(Comparator.comparing(example -> example.verdict().result() != Result.FAILED))
                .toList();
    }

    long count(boolean isInContract, Result result) {
        return examples.stream().filter(example -> example.isInContract() == isInContract)
                .filter(example -> example.verdict().result() == result).count();
    }

    long count(boolean isInContract) {
        return examples.stream().filter(example -> example.isInContract() == isInContract).count();
    }

    /** In how many of the examples for product owners somebody has a part. */
    long examplesOf(Glossary.Person person) {
        var name = Pattern.compile("\\b" + Pattern.quote(person.name()) + "\\b");
        return book.capabilities().stream().map(Capability::chapters).flatMap(List::stream).flatMap(Chapter::scenes)
                .filter(scene -> name.matcher(scene.name()).find() || scene.lines().stream()
                        .flatMap(line -> line.parts().stream()).anyMatch(part -> name.matcher(part.text()).find()))
                .mapToLong(scene -> scene.verdicts().size()).sum();
    }

    boolean hasGaps() {
        return runs.stream().anyMatch(run -> !run.tally().gaps().isEmpty());
    }

    String targetNames() {
        return runs.stream().map(TargetRun::target).collect(Collectors.joining(", "));
    }

    TargetText text(String target) {
        return targets.stream().filter(text -> text.name().equals(target)).findFirst()
                .orElseGet(() -> new TargetText(target, "", "", ""));
    }

    /** A number of things in words. */
    static String told(long number, String thing) {
        return number == 1 ? "1 " + thing : number + " " + thing + "s";
    }

    /** The notes on some examples that don't hold for all around them. */
    static List<Note> besides(Collection<Note> notes, Set<Note> said) {
        return notes.stream().filter(note -> !said.contains(note)).distinct().toList();
    }
}
