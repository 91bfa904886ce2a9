package basics.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import basics.acceptance.api.Api;
import basics.acceptance.api.Exchange;

/** What every problem document must be (RFC 9457, and the contract's own members). */
public final class Problems {

    private Problems() {}

    /** Is a problem of this status that quotes the request and says something. */
    public static void assertProblem(Exchange exchange, int status) {
        var answer = exchange.response();
        assertThat(answer.status()).as(exchange.told()).isEqualTo(status);
        if (exchange.request().method().equals("HEAD")) {
            // It has the headers of the problem and no body (RFC 9110, 9.3.2).
            assertThat(answer.header(Api.REQUEST_ID)).as(exchange.told()).isPresent();
            return;
        }
        assertThat(answer.header("Content-Type")).as("media type of the problem\n%s", exchange.told()).get()
                .asString().startsWith("application/problem+json");
        var problem = answer.json();
        assertThat(problem.path("status").intValue()).as(exchange.told()).isEqualTo(status);
        assertThat(problem.path("title").textValue()).as(exchange.told()).isNotBlank();
        assertThat(problem.path("detail").textValue()).as(exchange.told()).isNotBlank();
        assertThat(problem.path("instance").textValue()).as("instance, the id of the request\n%s", exchange.told())
                .isEqualTo(answer.header(Api.REQUEST_ID).orElseThrow());
        assertThat(answer.text()).as("nothing of the inside\n%s", exchange.told()).doesNotContain("Exception",
                "software.amazon", "java.", "dynamodb.");
    }

    /** Has an error at that place which says what to do. */
    public static void assertNames(Exchange exchange, String place) {
        assertThat(places(exchange)).as("places that the problem names\n%s", exchange.told()).contains(place);
    }

    /** Every place that the problem names. */
    public static List<String> places(Exchange exchange) {
        var places = new ArrayList<String>();
        for (JsonNode error : exchange.response().json().path("errors")) {
            assertThat(error.path("detail").textValue()).as("what to do\n%s", exchange.told()).isNotBlank();
            places.add(error.has("pointer") ? error.path("pointer").asText() : error.path("parameter").asText());
        }
        return places;
    }
}
