package basics.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import basics.pages.Cursor;
import basics.testing.Answer;
import basics.testing.Call;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

class ListUsersTest {
    private static final int LAMBDA_LIMIT = 6_291_556;
    private final UserCalls calls = new UserCalls();

    private Answer page(int limit, @Nullable String cursor) {
        var call = Call.of().query("limit", Integer.toString(limit));
        return (cursor == null ? call : call.query("cursor", cursor)).to(calls.list);
    }

    private static List<String> emails(Answer answer) {
        return answer.items().stream().map(item -> item.get("email").textValue()).toList();
    }

    private void users(int count, String more) {
        for (var i = 0; i < count; i++) {
            assertThat(calls.create("{\"email\":\"u" + i + "@example.com\"" + more + "}").status()).isEqualTo(201);
        }
    }

    @Test
    void shouldHaveACursorExactlyUntilTheLastPage() {
        users(4, "");

        var first = page(2, null);
        var second = page(2, first.nextCursor());

        assertThat(first.json().get("count").intValue()).isEqualTo(2);
        assertThat(first.json().get("scanned_count").intValue()).isEqualTo(2);
        assertThat(second.nextCursor()).isNull();
        assertThat(new HashSet<>(emails(first))).hasSize(2).doesNotContainAnyElementsOf(emails(second));
        assertThat(emails(second)).hasSize(2);
        assertThat(page(4, null).nextCursor()).isNull();
        assertThat(page(3, first.nextCursor()).items()).hasSize(2);
    }

    @Test
    void shouldAnswerAnEmptyTable() {
        assertThat(Call.of().to(calls.list).body()).isEqualTo("{\"items\":[],\"count\":0,\"scanned_count\":0}");
    }

    @Test
    void shouldShowEachStableUserOnceWhileOthersComeAndGo() {
        users(12, "");
        var seen = new ArrayList<String>();
        String cursor = null;
        var round = 0;
        do {
            var page = page(3, cursor);
            seen.addAll(emails(page));
            cursor = page.nextCursor();
            calls.created("new" + round + "@example.com");
            if (round == 0) {
                calls.delete(seen.getLast());
            }
            round++;
        } while (cursor != null && round < 50);

        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen.stream().filter(email -> email.startsWith("u"))).hasSize(12);
    }

    @Test
    void shouldContinueAfterUsersWrittenByOtherPrograms() {
        for (var i = 0; i < 6; i++) {
            calls.tables.client().putItem(PutItemRequest.builder().tableName(calls.users.table())
                    .item(Map.of("email", AttributeValue.fromS("Ada" + i + "@X.123"), "char",
                            AttributeValue.fromS("Ada")))
                    .build());
        }

        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page = page(1, cursor);
            seen.addAll(emails(page));
            cursor = page.nextCursor();
        } while (cursor != null && seen.size() < 10);

        assertThat(seen).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void shouldReadPastAMegabyteAndStopBeforeTheResponseIsTooLarge() {
        // 24 users of 300 KB: 7.2 MB, and 14.4 MB once the body is escaped as a string.
        users(24, ",\"text\":\"" + "\\\"".repeat(150_000) + "\"");

        var page = page(1000, null);
        var first = Call.of().query("all", "true").to(calls.list);
        var seen = new ArrayList<>(emails(first));
        var cursor = first.nextCursor();
        while (cursor != null) {
            var next = Call.of().query("all", "true").query("cursor", cursor).to(calls.list);
            assertThat(next.size()).isLessThan(LAMBDA_LIMIT);
            seen.addAll(emails(next));
            cursor = next.nextCursor();
        }

        assertThat(page.items()).hasSizeBetween(6, 7);
        assertThat(page.nextCursor()).isNotNull();
        assertThat(first.items()).hasSizeGreaterThan(7);
        assertThat(first.size()).isLessThan(LAMBDA_LIMIT).isGreaterThan(LAMBDA_LIMIT * 8 / 10);
        assertThat(seen).hasSize(24).doesNotHaveDuplicates();
    }

    @Test
    void shouldFillAResponseWithCharactersBeyond16Bits() {
        users(17, ",\"text\":\"" + "😀".repeat(95_000) + "\"");

        var first = Call.of().query("all", "true").to(calls.list);

        assertThat(first.size()).isLessThan(LAMBDA_LIMIT).isGreaterThan(LAMBDA_LIMIT * 9 / 10);
        assertThat(first.nextCursor()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"limit, 0", "limit, 1001", "limit, -1", "limit, 1.5", "limit, ''", "limit, 07", "limit, x",
        "all, yes", "all, ''", "cursor, ''", "cursor, x", "cursor, AAAA", "sort, email"})
    void shouldNameABadParameter(String name, String value) {
        var answer = Call.of().query(name, value).to(calls.list);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors()).containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource({"'', a", "a@example.com, ''", "2049, a", "a@example.com, 1025"})
    void shouldRefuseACursorWithoutAValidKey(String email, String initial) {
        var cursor = new Cursor("listUsers").write(repeated(email), repeated(initial));

        assertThat(Call.of().query("cursor", cursor).to(calls.list).errors()).containsExactly("cursor");
    }

    private static String repeated(String lengthOrText) {
        return lengthOrText.matches("[0-9]+") ? "x".repeat(Integer.parseInt(lengthOrText)) : lengthOrText;
    }

    @Test
    void shouldRefuseAParameterGivenTwice() {
        assertThat(Call.of().query("limit", "1").query("limit", "1").to(calls.list).errors()).containsExactly("limit");
    }
}
