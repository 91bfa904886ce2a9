package basics.embedded.traces;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest {
    private static final String JWT = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl";

    @Test
    void shouldForgetTheOldestBeyondAHundred() {
        var traces = Traces.ofLastHundred();

        IntStream.rangeClosed(1, 101).forEach(number -> traces.begin("id" + number, "GET", "/"));

        assertThat(traces.newest()).hasSize(100).first().satisfies(newest -> assertThat(newest.id())
                .isEqualTo("id101"));
        assertThat(traces.of("id1")).isEmpty();
        assertThat(traces.of("id2")).isPresent();
    }

    @Test
    void shouldKeepNothingWhereNobodyLooks() {
        assertThat(Traces.NONE.begin("id", "GET", "/")).isEmpty();
        assertThat(Traces.NONE.newest()).isEmpty();
    }

    @Test
    void shouldHoldABoundedNumberOfCharactersAndSayWhatIsLeftOut() {
        var trace = Traces.ofLastHundred().begin("id", "GET", "/" + "x".repeat(100_000)).orElseThrow();

        IntStream.range(0, 1_000).forEach(_ -> trace.log("Function", "x".repeat(10_000)));
        trace.sent("x".repeat(1_000_000).getBytes(UTF_8));

        var detail = trace.detail();
        assertThat(detail.toString().length()).isLessThan(80_000);
        assertThat(detail.leftOut()).isGreaterThan(900);
        assertThat(detail.sent()).endsWith("… (1,000,000 bytes in all)");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Bearer " + JWT, "{\"token\": \"" + JWT + "\"}", "/?access_token=secret-abc&x=1",
        "authorization: bearer secret-abc", "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhZGEifQ"})
    void shouldNeverHoldAToken(String text) {
        var trace = Traces.ofLastHundred().begin("id", "GET", text).orElseThrow();

        trace.log("Function", text);
        trace.sent(text.getBytes(UTF_8));
        trace.end(200, text.getBytes(UTF_8));

        assertThat(trace.detail().toString()).contains("[token]").doesNotContain("eyJ", "secret-abc");
    }

    @Test
    void shouldCutABodyBetweenCharacters() {
        var trace = Traces.ofLastHundred().begin("id", "POST", "/").orElseThrow();

        trace.sent(("x" + "ä".repeat(2_000)).getBytes(UTF_8));

        assertThat(trace.detail().sent()).startsWith("xää").doesNotContain("\uFFFD").contains("4,001 bytes in all");
    }

    @Test
    void shouldSayHowLongABodyIsThatIsNoText() {
        var trace = Traces.ofLastHundred().begin("id", "POST", "/").orElseThrow();

        trace.sent(new byte[]{(byte) 0xff, 0});

        assertThat(trace.detail().sent()).isEqualTo("2 bytes that are no text");
    }

    @Test
    void shouldAddUpUnits() {
        var traces = Traces.ofLastHundred();
        var trace = traces.begin("id", "POST", "/").orElseThrow();
        var before = traces.changes();

        trace.verdict(new Trace.Verdict("allowed", Map.of(), Map.of()));
        trace.add(new DynamoDbCall("F", "PutItem", 1, 0, 1, List.of("T"), List.of(), 200, "", List.of(),
                List.of(new DynamoDbCall.Units("T", 1), new DynamoDbCall.Units("T/i", 0.5)), List.of(), ""));

        assertThat(trace.summary().units()).isEqualTo(1.5);
        assertThat(traces.changes()).isEqualTo(before + 2);
    }
}
