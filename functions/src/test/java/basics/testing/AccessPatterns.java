package basics.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;

/**
 * The capacity units in {@code docs/access-patterns.md}, held against what DynamoDB reports: a test for each line of a
 * table there, and one that each line has its test.
 *
 * @param <C> what calls the handlers
 */
public final class AccessPatterns<C> {
    /** The operation and the case come first, then four figures; a note may follow. */
    private static final int NAME_CELLS = 2;
    private static final int CELLS = 6;

    private record Case<C>(Consumer<C> given, Function<C, Answer> when, int status) {}

    private final Map<String, Case<C>> cases = new LinkedHashMap<>();
    private final Supplier<C> calls;
    private final Function<C, Tables> tables;

    /** Each line is tested with calls of its own. */
    public AccessPatterns(Supplier<C> calls, Function<C, Tables> tables) {
        this.calls = calls;
        this.tables = tables;
    }

    /** A line of a call on an empty table. */
    public AccessPatterns<C> line(String name, Function<C, Answer> when, int status) {
        return line(name, _ -> {}, when, status);
    }

    /**
     * A line.
     *
     * @param name operation and case, as the line begins
     * @param given what is done before, and not counted
     */
    public AccessPatterns<C> line(String name, Consumer<C> given, Function<C, Answer> when, int status) {
        cases.put(name, new Case<>(given, when, status));
        return this;
    }

    public Stream<DynamicTest> tests(String heading) {
        var lines = lines(heading);
        return Stream.concat(
                Stream.of(dynamicTest("each line has its test", () -> assertThat(lines.keySet())
                        .containsExactlyElementsOf(cases.keySet()))),
                cases.entrySet().stream().map(entry -> dynamicTest(entry.getKey(),
                        () -> assertThat(measure(entry.getValue())).isEqualTo(lines.get(entry.getKey())))));
    }

    private List<String> measure(Case<C> line) {
        var calls = this.calls.get();
        line.given.accept(calls);
        tables.apply(calls).forgetResponses();
        assertThat(line.when.apply(calls).status()).isEqualTo(line.status);
        return Units.of(tables.apply(calls).responses());
    }

    /** The figures by name of the table below a heading. */
    private static Map<String, List<String>> lines(String heading) {
        var lines = new LinkedHashMap<String, List<String>>();
        MarkdownTable.rows("access-patterns.md", "### " + heading)
                .forEach(cells -> lines.put(String.join(": ", cells.subList(0, NAME_CELLS)),
                        cells.subList(NAME_CELLS, CELLS)));
        return lines;
    }
}
