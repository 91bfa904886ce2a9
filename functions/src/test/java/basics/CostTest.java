package basics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import basics.testing.MarkdownTable;

/**
 * Recomputes {@code docs/cost.md} from the prices at its top and the measured units of {@code docs/access-patterns.md}.
 */
class CostTest {
    private static final String PAGE = "cost.md";
    /** HEAD costs what GET does. */
    private static final Pattern OPERATION = Pattern.compile("(?<!head:\n {6})operationId: (\\w+)");
    /** In MB. Lambda prices memory by the GB of 1,024 MB. */
    private static final BigDecimal GB = new BigDecimal(1024);
    private static final BigDecimal WHOLE_CPU = new BigDecimal(1769);
    private static final List<BigDecimal> SIZES = Stream.of("512", "1024", "1769").map(BigDecimal::new).toList();
    private static final BigDecimal WAITING_MS = new BigDecimal(4);
    /** The cells of a line of measured units. A line with one cell more has the documented units instead. */
    private static final int MEASURED = 6;
    private static final int MILLION_CALLS_IN_MS = 1000;

    private final Map<String, BigDecimal> prices = new HashMap<>();
    private final Map<String, List<BigDecimal>> units = new HashMap<>();

    CostTest() {
        MarkdownTable.rows(PAGE, "## Prices").forEach(row -> prices.put(row.get(0), new BigDecimal(row.get(1))));
        for (var heading : MarkdownTable.headings("access-patterns.md", "## Measured")) {
            for (var row : MarkdownTable.rows("access-patterns.md", heading)) {
                if (row.size() == MEASURED) {
                    units.put(name(row), List.of(sum(row.get(2), row.get(4)), sum(row.get(3), row.get(5))));
                } else if (!row.get(MEASURED).equals("?")) {
                    // DynamoDB Local can't measure a batch. The table costs the documented units, and the index half of
                    // them.
                    units.put(name(row), List.of(BigDecimal.ZERO,
                            number(row.get(MEASURED)).multiply(new BigDecimal("1.5"))));
                }
            }
        }
        units.put("checkHealth: ", List.of(BigDecimal.ZERO, BigDecimal.ZERO));
    }

    private static String name(List<String> row) {
        return row.get(0) + ": " + row.get(1);
    }

    private static BigDecimal number(String cell) {
        return cell.equals("–") ? BigDecimal.ZERO : new BigDecimal(cell);
    }

    private static BigDecimal sum(String one, String other) {
        return number(one).add(number(other));
    }

    private BigDecimal price(String name) {
        return Objects.requireNonNull(prices.get(name), name);
    }

    /** The price of a million calls. */
    private BigDecimal time(BigDecimal ms, BigDecimal size) {
        return ms.multiply(BigDecimal.valueOf(MILLION_CALLS_IN_MS)).multiply(price("GB-second")).multiply(size)
                .divide(GB);
    }

    private static String shown(BigDecimal value, int digits) {
        return value.setScale(digits, RoundingMode.HALF_UP).toPlainString();
    }

    @Test
    void shouldPriceEachOperationOfTheContract() throws IOException {
        var operations = OPERATION.matcher(Files.readString(Path.of("../openapi.yaml"))).results()
                .map(match -> match.group(1)).toList();

        assertThat(MarkdownTable.rows(PAGE, "## DynamoDB, gateway and invocation")).extracting(List::getFirst)
                .containsAll(operations).isSubsetOf(operations);
    }

    @TestFactory
    Stream<DynamicTest> shouldPriceTheMeasuredUnits() {
        var same = price("gateway").add(price("invocation"));
        return MarkdownTable.rows(PAGE, "## DynamoDB, gateway and invocation").stream()
                .map(row -> DynamicTest.dynamicTest(name(row), () -> {
                    var consumed = Objects.requireNonNull(units.get(name(row)), "It is not measured");
                    var dynamoDb = consumed.get(0).multiply(price("read unit"))
                            .add(consumed.get(1).multiply(price("write unit")));
                    assertThat(row.subList(2, 5)).map(BigDecimal::new).usingElementComparator(BigDecimal::compareTo)
                            .containsExactly(dynamoDb, same, dynamoDb.add(same));
                }));
    }

    /** A case begins with the number of events that one invocation counts. */
    @Test
    void shouldPriceCounting() {
        var perEvent = MarkdownTable.rows("access-patterns.md", "### Counting").stream()
                .collect(Collectors.toMap(row -> row.get(1), row -> number(row.getLast())));
        assertThat(MarkdownTable.rows(PAGE, "## Counting")).allSatisfy(row -> {
            var dynamoDb = Objects.requireNonNull(perEvent.get(row.get(0)), row.get(0)).multiply(price("write unit"));
            var invocation = price("invocation").divide(number(row.get(0).split(" ", 2)[0]));
            assertThat(row.subList(1, 4)).map(BigDecimal::new).usingElementComparator(BigDecimal::compareTo)
                    .containsExactly(dynamoDb, invocation, dynamoDb.add(invocation));
        });
    }

    @Test
    void shouldPriceTheTimeOfAFunction() {
        assertThat(MarkdownTable.rows(PAGE, "## The function's time")).allSatisfy(row -> assertThat(
                row.subList(1, 4)).isEqualTo(
                        SIZES.stream().map(size -> shown(time(number(row.get(0)), size), 3))
                                .toList()));
    }

    @Test
    void shouldPriceEachMemorySizeByTheFormula() {
        assertThat(MarkdownTable.rows(PAGE, "## Which memory size")).allSatisfy(row -> assertThat(row.subList(1, 7))
                .isEqualTo(SIZES.stream().flatMap(size -> {
                    var ms = WAITING_MS.add(number(row.get(0)).multiply(WHOLE_CPU).divide(size, 9,
                            RoundingMode.HALF_UP));
                    return Stream.of(shown(ms, 1), shown(time(ms, size), 3));
                }).toList()));
    }

    @Test
    void shouldPriceEachMeasuredMemorySize() {
        assertThat(MarkdownTable.rows(PAGE, "### Measured with shares of a core")).isNotEmpty()
                .allSatisfy(row -> assertThat(List.of(row.get(2), row.get(4), row.get(6)))
                        .isEqualTo(IntStream.range(0, SIZES.size())
                                .mapToObj(i -> shown(time(number(row.get(1 + 2 * i)), SIZES.get(i)), 3)).toList()));
    }

    @Test
    void shouldPriceTheAuthorizer() {
        var each = price("invocation").add(time(new BigDecimal(5), GB));
        assertThat(MarkdownTable.rows(PAGE, "## The authorizer")).allSatisfy(row -> assertThat(row.get(2))
                .isEqualTo(shown(each.multiply(number(row.get(1).replace(",", ""))).movePointLeft(6), 3)));
    }

    @Test
    void shouldPriceALogLine() {
        assertThat(MarkdownTable.rows(PAGE, "## Logs")).allSatisfy(row -> assertThat(row.get(2))
                .isEqualTo(shown(number(row.get(1)).multiply(price("log")).movePointLeft(3), 3)));
    }
}
