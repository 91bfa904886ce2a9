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
 * Compares the capacity units in {@code docs/access-patterns.md} with those that DynamoDB reports. Each line of a table
 * there has a test, and another test checks that none is missing.
 *
 * @param <C> the class that calls the handlers
 */
public final class AccessPatterns<C> {
    /** A line begins with operation and case. Then come four figures, and perhaps a note. */
    private static final int NAME_CELLS = 2;
    private static final int CELLS = 6;

    private record Case<C>(Consumer<C> given, Function<C, Answer> when, int status) {}

    private final Map<String, Case<C>> cases = new LinkedHashMap<>();
    private final Supplier<C> calls;
    private final Function<C, Tables> tables;

    /** Each line is tested with new calls. */
    public AccessPatterns(Supplier<C> calls, Function<C, Tables> tables) {
        this.calls = calls;
        this.tables = tables;
    }

    /** Adds a line for a call on an empty table. */
    public AccessPatterns<C> line(String name, Function<C, Answer> when, int status) {
        return line(name, _ -> {}, when, status);
    }

    /**
     * Adds a line.
     *
     * @param name operation and case, as the line begins
     * @param given calls made before, which don't count
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
