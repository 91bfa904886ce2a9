package basics.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import basics.embedded.fixture.Orders;
import basics.embedded.fixture.Running;

/** The test template served whole: what it answers, and what it has besides. */
class EmbeddedIT {
    @RegisterExtension
    private static final Running RUNNING = new Running();

    @Test
    void shouldGiveTheAddressInItsOutputs() {
        assertThat(RUNNING.embedded().outputs()).containsOnlyKeys("Address", "Table").containsEntry("Address",
                RUNNING.embedded().apiUrl() + "/");
    }

    @Test
    void shouldHaveNoDoorForTestsUnlessAskedFor() {
        assertThat(RUNNING.embedded().door()).isEmpty();
        assertThat(RUNNING.http().get("/things/1", Orders.HEADER, "1").body()).contains(Orders.HEADER);
    }

    @Test
    void shouldHonourTheRateLimitsOfTheStage() {
        assertThat(RUNNING.http().get("/limited").statusCode()).isEqualTo(200);

        var limited = RUNNING.http().get("/limited");

        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("Retry-After")).contains("7");
    }

    @Test
    void shouldAnswerAfterTheIntegrationTimeout() {
        var late = RUNNING.http().get("/impatient?do=sleep&ms=1500");

        assertThat(late.statusCode()).isEqualTo(504);
        assertThat(late.body()).contains("Endpoint request timed out");
    }

    @Test
    void shouldAnswer502ForAFunctionThatFails() {
        assertThat(RUNNING.http().get("/things/1?do=throw").statusCode()).isEqualTo(502);
        assertThat(RUNNING.http().get("/broken").statusCode()).isEqualTo(502);
        assertThat(RUNNING.console()).anyMatch(line -> line.contains("Thrown on purpose"));
    }

    @Test
    void shouldHandOnTheAnswer() {
        var answer = RUNNING.http().post("/things/1?do=raw", """
            {"statusCode": 201, "headers": {"X-One": "1"}, "multiValueHeaders": {"X-Two": ["a", "b"]}, "body": "done"}
            """.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().allValues("X-One")).isEqualTo(List.of("1"));
        assertThat(answer.headers().allValues("X-Two")).isEqualTo(List.of("a", "b"));
        assertThat(answer.headers().allValues("Content-Type")).isEqualTo(List.of("application/json"));
        assertThat(answer.body()).isEqualTo("done");
    }

    @Test
    void shouldAnswer502ForAMalformedAnswer() {
        for (var malformed : List.of("", "null", "[]", "{}", "{\"statusCode\": \"x\"}",
                "{\"statusCode\": 200, \"body\": {}}",
                "{\"statusCode\": 200, \"headers\": []}", "{\"statusCode\": 200, \"headers\": {\"a\": {}}}")) {
            assertThat(RUNNING.http().post("/things/1?do=raw", malformed.getBytes(StandardCharsets.UTF_8)).statusCode())
                    .as(malformed).isEqualTo(502);
        }
    }
}
