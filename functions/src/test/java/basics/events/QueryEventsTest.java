package basics.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass(name = "{0} shards")
@ValueSource(ints = {1, 3})
class QueryEventsTest {
    /** The limit for request line and headers (Amazon API Gateway quotas for a REST API: "Total combined size"). */
    private static final int LONGEST_HEAD = 10_240;
    private final EventCalls calls;

    QueryEventsTest(int shards) {
        calls = new EventCalls(shards);
    }

    @BeforeEach
    void givenEvents() {
        calls.recorded("e", "2026-11-22T10:00:00Z", "1a");
        calls.recorded("e", "2026-11-22T10:00:00Z", "1b");
        calls.recorded("e", "2026-11-22T10:00:00.000000001Z", "2");
        calls.recorded("e", "2026-11-22T11:00:00Z", "3");
        calls.recorded("other", "2026-11-22T10:30:00Z", "4");
        calls.recorded("e", "2026-11-23T00:00:00Z", "5");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
        -                                                         | 1a 1b 2 3 5
        from=2026-11-22T10:00:00Z                                 | 1a 1b 2 3 5
        after=2026-11-22T10:00:00Z                                | 2 3 5
        after=2026-11-22T11:00:00+01:00                           | 2 3 5
        to=2026-11-22T10:00:00Z                                   | 1a 1b
        before=2026-11-22T10:00:00Z                               | ''
        before=2026-11-22T10:00:00.000000001Z                     | 1a 1b
        from=2026-11-22T10:00:00Z&to=2026-11-22T10:00:00Z         | 1a 1b
        from=2026-11-22T10:00:00Z&before=2026-11-22T10:00:00Z     | ''
        after=2026-11-22T10:00:00Z&to=2026-11-22T10:00:00Z        | ''
        after=2026-11-22T10:00:00Z&before=2026-11-22T10:00:00Z    | ''
        after=2026-11-22T10:00:00Z&before=2026-11-22T10:00:00.000000001Z | ''
        after=2026-11-22T10:00:00Z&to=2026-11-22T11:00:00Z        | 2 3
        from=2026-11-22T10:00:00Z&before=2026-11-22T11:00:00Z     | 1a 1b 2
        order=desc                                                | 5 3 2 1b 1a
        order=desc&limit=1                                        | 5
        """)
    void shouldAnswerARangeOfTimeInOrder(String query, String ids) {
        assertThat(EventCalls.ids(calls.query("e", parameters(query)))).isEqualTo(words(ids));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
        date=2026-11-22                                           | 1a 1b 2 4 3
        date=2026-11-22&order=desc                                | 3 4 2 1b 1a
        date=2026-11-22&after=2026-11-22T10:00:00Z                | 2 4 3
        date=2026-11-22&from=2026-11-23T00:00:00Z                 | ''
        date=2026-11-23                                           | 5
        date=2026-11-24                                           | ''
        """)
    void shouldAnswerADayForAllNames(String query, String ids) {
        assertThat(EventCalls.ids(calls.onDate(parameters(query)))).isEqualTo(words(ids));
    }

    @Test
    void shouldRefuseATimeWithoutItsPartitionKey() {
        for (var query : List.of("", "after=2026-11-22T10:00:00Z")) {
            var answer = calls.onDate(parameters(query));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.errors()).containsExactly("date");
            assertThat(answer.text("detail")).contains("partition key", "sort key");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        from=2026-11-22T10:00:00Z&after=2026-11-22T10:00:00Z | from
        to=2026-11-22T10:00:00Z&before=2026-11-22T10:00:00Z  | to
        from=2026-11-22T10:00:01Z&to=2026-11-22T10:00:00Z    | from
        after=2026-11-22T10:00:01Z&before=2026-11-22T10:00:00Z | after
        from=yesterday                                       | from
        to=                                                  | to
        order=up                                             | order
        limit=0                                              | limit
        date=2026-11-22                                      | date
        cursor=AAAA                                          | cursor
        """)
    void shouldNameABadParameter(String query, String parameter) {
        var answer = calls.query("e", parameters(query));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors()).containsExactly(parameter);
    }

    @Test
    void shouldRefuseADayThatDoesNotExistAndAnInvalidName() {
        assertThat(calls.onDate("date", "2026-02-30").errors()).containsExactly("date");
        assertThat(calls.onDate("date", "").errors()).containsExactly("date");
        assertThat(calls.query("x".repeat(2049)).errors()).containsExactly("event");
        assertThat(calls.query("a\u0000b").errors()).containsExactly("event");
        assertThat(calls.query("a\ud800b").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"asc, 1a 1b 2 3 5", "desc, 5 3 2 1b 1a"})
    void shouldPageByTimeWhileEventsArrive(String order, String ids) {
        var seen = new ArrayList<String>();
        String cursor = null;
        var round = 0;
        do {
            var page = cursor == null
                    ? calls.query("e", "order", order, "limit", "2")
                    : calls.query("e", "order", order, "limit", "2", "cursor", cursor);
            seen.addAll(EventCalls.ids(page));
            cursor = page.nextCursor();
            calls.recorded("e", "2026-11-22T10:00:00Z", "0new" + round++);
        } while (cursor != null && round < 20);

        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen.stream().filter(id -> !id.contains("new"))).containsExactlyElementsOf(words(ids));
    }

    @Test
    void shouldPageTheIndex() {
        var first = calls.onDate("date", "2026-11-22", "limit", "3");
        var second = calls.onDate("date", "2026-11-22", "limit", "3", "cursor", String.valueOf(first.nextCursor()));

        assertThat(EventCalls.ids(first)).containsExactly("1a", "1b", "2");
        assertThat(EventCalls.ids(second)).containsExactly("4", "3");
        assertThat(second.nextCursor()).isNull();
    }

    @Test
    void shouldRefuseACursorOfAnotherQueryOrTamperedWith() {
        var cursor = String.valueOf(calls.query("e", "limit", "2").nextCursor());

        assertThat(calls.query("e", "limit", "3", "cursor", cursor).status()).isEqualTo(200);
        assertThat(calls.query("other", "cursor", cursor).errors()).containsExactly("cursor");
        assertThat(calls.query("e", "order", "desc", "cursor", cursor).errors()).containsExactly("cursor");
        assertThat(calls.query("e", "from", "2026-01-01T00:00:00Z", "cursor", cursor).errors())
                .containsExactly("cursor");
        assertThat(calls.onDate("date", "2026-11-22", "cursor", cursor).errors()).containsExactly("cursor");
        for (var i = 0; i < cursor.length(); i++) {
            var c = cursor.charAt(i) == 'A' ? 'B' : 'A';
            var tampered = cursor.substring(0, i) + c + cursor.substring(i + 1);
            assertThat(calls.query("e", "cursor", tampered).errors()).as(tampered).containsExactly("cursor");
            assertThat(calls.query("e", "cursor", cursor.substring(0, i)).errors()).containsExactly("cursor");
        }
    }

    @Test
    void shouldRefuseAForgedCursorOutsideOfTheRange() {
        var forged = new basics.pages.Cursor("event", "e", "2026-11-22T10:00:00.000000000Z", "null", "asc")
                .write("2020-01-01T00:00:00.000000000Z#x");

        assertThat(calls.query("e", "from", "2026-11-22T10:00:00Z", "cursor", forged).errors())
                .containsExactly("cursor");
    }

    @Test
    void shouldLeaveRoomForATokenBesideTheLongestNameAndItsCursor() {
        var name = "é".repeat(1024);
        var id = "€".repeat(85) + "x";
        calls.recorded(name, "2026-11-22T10:00:00.123456789Z", id);
        calls.recorded(name, "2026-11-22T10:00:00.123456789Z", id.replace('x', 'y'));
        var query = new LinkedHashMap<String, String>();
        query.put("from", "2026-11-22T00:00:00.123456789+00:00");
        query.put("before", "2026-11-23T00:00:00.123456789+00:00");
        query.put("order", "desc");
        query.put("limit", "1");
        var cursor = Objects.requireNonNull(calls.query(name, parameters(query)).nextCursor());
        query.put("cursor", cursor);

        var head = "GET /api/events/" + encoded(name) + "?" + query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encoded(entry.getValue())).collect(Collectors.joining("&"))
                + " HTTP/1.1\r\n";

        assertThat(calls.query(name, parameters(query)).items()).hasSize(1);
        assertThat(cursor).hasSize(398);
        assertThat(head.length()).isLessThan(LONGEST_HEAD - 3_500);
    }

    @Test
    void shouldFitTheCursorOfADayIntoAHeadWhateverTheName() {
        calls.recorded("é".repeat(1024), "2026-10-10T10:00:00.123456789Z", "x".repeat(256));
        calls.recorded("é".repeat(1024), "2026-10-10T10:00:00.123456789Z", "y".repeat(256));

        var cursor = Objects.requireNonNull(calls.onDate("date", "2026-10-10", "limit", "1").nextCursor());

        assertThat(calls.onDate("date", "2026-10-10", "cursor", cursor).items()).hasSize(1);
        assertThat(cursor.length()).isEqualTo(3_131).isLessThan(LONGEST_HEAD - 7_000);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static String[] parameters(Map<String, String> query) {
        return query.entrySet().stream().flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .toArray(String[]::new);
    }

    private static String[] parameters(String query) {
        return query == null || query.isEmpty()
                ? new String[0]
                : Arrays.stream(query.split("&")).flatMap(part -> Arrays.stream(part.split("=", 2)))
                        .toArray(String[]::new);
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
