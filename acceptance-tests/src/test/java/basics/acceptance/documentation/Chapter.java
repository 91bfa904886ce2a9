package basics.acceptance.documentation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import basics.acceptance.documentation.Verdict.Note;

/**
 * A feature, to be read.
 *
 * @param id
 *            by which a link finds it
 * @param feature
 *            its file, such as {@code users/create_user}
 * @param story
 *            who wants it and why, a line each
 * @param remarks
 *            what else is said of it, a paragraph each
 * @param given
 *            with which each of its examples begins
 */
record Chapter(String id, String feature, String name, List<String> story, List<String> remarks, List<Line> given,
        List<Rule> rules) {

    /** A rule and its examples. */
    record Rule(String id, String name, String description, List<Line> given, List<Scene> scenes) {}

    /**
     * A scenario: an example, or an outline with the rows that are its examples.
     *
     * @param verdicts
     *            of the example, or of an outline's rows
     */
    record Scene(String id, String name, List<Line> lines, List<Rows> tables, List<Verdict> verdicts) {

        /** Its name, with an outline's placeholders told from the words. */
        List<Part> title() {
            return isOutline() ? Lines.placeholders(name) : List.of(new Part(name, false));
        }

        boolean isOutline() {
            return !tables.isEmpty();
        }

        Result result() {
            return Verdict.worst(verdicts.stream().map(Verdict::result).toList());
        }

        long count(Result result) {
            return verdicts.stream().filter(verdict -> verdict.result() == result).count();
        }

        Set<Note> notes() {
            return Chapter.notes(verdicts);
        }

        /** The targets to which it, or a part of it, is not applicable, but for what has been said of all around it. */
        List<String> gaps(Set<Note> said) {
            return Site.besides(notes(), said).stream().map(Note::target).distinct().toList();
        }

        /** The targets with a column each, since rows went differently on them. */
        List<String> columns() {
            return verdicts.stream().map(Verdict::results).distinct().count() > 1
                    ? List.copyOf(verdicts.getFirst().outcomes().keySet())
                    : List.of();
        }
    }

    /** A table of an outline's. */
    record Rows(String name, List<String> header, List<Row> rows) {}

    record Row(String id, String name, List<String> cells, Verdict verdict) {}

    /** A step. */
    record Line(String keyword, List<Part> parts, List<String> texts, List<List<List<Part>>> table) {

        /**
         * Whether the first row says what is in the columns. Two columns are names and values, unless the step speaks of
         * several things: <i>these events</i>.
         */
        boolean hasHeader() {
            return table.size() > 1 && (table.getFirst().size() != 2
                    || parts.stream().anyMatch(part -> part.text().matches("(?i).*\\bthese\\b.*")));
        }
    }

    /** A piece of a step: a value that differs from example to example, or the words around it. */
    record Part(String text, boolean isValue) {}

    Stream<Scene> scenes() {
        return rules.stream().map(Rule::scenes).flatMap(List::stream);
    }

    List<Verdict> verdicts() {
        return scenes().map(Scene::verdicts).flatMap(List::stream).toList();
    }

    Result result() {
        return Verdict.worst(verdicts().stream().map(Verdict::result).toList());
    }

    /** What is so for all of its examples, and need not be said of each. */
    Set<Note> notes() {
        return common(verdicts());
    }

    static Set<Note> common(Collection<Verdict> verdicts) {
        var all = new ArrayList<>(verdicts);
        if (all.isEmpty()) {
            return Set.of();
        }
        var common = new LinkedHashSet<>(all.getFirst().notes());
        all.forEach(verdict -> common.retainAll(verdict.notes()));
        return common;
    }

    private static Set<Note> notes(List<Verdict> verdicts) {
        var notes = new LinkedHashSet<Note>();
        verdicts.forEach(verdict -> notes.addAll(verdict.notes()));
        return notes;
    }
}
