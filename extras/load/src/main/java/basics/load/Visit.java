package basics.load;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;

/**
 * The requests of one user, with more reads than writes. Each operation is reported by name. The user is deleted at the
 * end, even after a failure. {@code listUsers} is left out, because a Scan also reads the data of others, and its
 * figure would depend on that.
 */
final class Visit {
    private static final Duration SHORTEST_THOUGHT = Duration.ofMillis(50);
    private static final Duration LONGEST_THOUGHT = Duration.ofMillis(250);
    private static final int BATCH = 10;

    private static final HttpRequestActionBuilder CREATE = http("createUser").post("/users").body(StringBody("""
        {"email": "#{email}", "city": "Tulsa", "languages": ["COBOL", "FLOW-MATIC"]}""")).asJson()
            .check(status().is(201), header("ETag").saveAs("etag"));
    private static final HttpRequestActionBuilder READ = http("readUser").get("/users/#{email}").check(status().is(200),
            jsonPath("$.email").isEL("#{email}"));
    private static final HttpRequestActionBuilder UPDATE = http("updateUser").patch("/users/#{email}")
            .header("If-Match", "#{etag}").body(StringBody("{\"city\": null, \"visits\": 1}")).asJson()
            .check(status().is(200), header("ETag").saveAs("etag"));
    private static final HttpRequestActionBuilder DELETE = http("deleteUser").delete("/users/#{email}")
            .check(status().is(204));
    private static final HttpRequestActionBuilder RECORD = http("recordEvent").post("/events")
            .body(StringBody(event())).asJson().check(status().is(201));
    private static final HttpRequestActionBuilder RECORD_BATCH = http("recordEvents").post("/event-batches")
            .body(StringBody(IntStream.range(0, BATCH).mapToObj(_ -> event())
                    .collect(Collectors.joining(", ", "{\"events\": [", "]}"))))
            .asJson().check(status().is(200), jsonPath("$.recorded").ofInt().is(BATCH));
    private static final HttpRequestActionBuilder QUERY = http("queryEvents").get("/events/#{event}")
            .queryParam("order", "desc").queryParam("limit", "10")
            .check(status().is(200), jsonPath("$.count").ofInt().gte(1));
    private static final HttpRequestActionBuilder DAY = http("listEventsOnDate").get("/events")
            .queryParam("date", "#{today}").queryParam("limit", "10").check(status().is(200));

    private static final HttpRequestActionBuilder LATEST = http("queryEvents, the latest").get("/events/#{event}")
            .queryParam("order", "desc").queryParam("limit", "1")
            .check(status().is(200), jsonPath("$.count").ofInt().is(1));
    private static final HttpRequestActionBuilder COUNT = http("countEvents").get("/events/#{event}/counts")
            .queryParam("from", "#{today}").queryParam("to", "#{tomorrow}")
            .check(status().is(200), jsonPath("$.count").ofInt().gte(1));

    private final UnaryOperator<HttpRequestActionBuilder> how;

    private Visit(UnaryOperator<HttpRequestActionBuilder> how) {
        this.how = how;
    }

    static ChainBuilder counted() {
        return new Visit(request -> request).chain();
    }

    /** A visit that counts in no figure and no assertion. */
    static ChainBuilder uncounted() {
        return new Visit(HttpRequestActionBuilder::silent).chain();
    }

    private ChainBuilder chain() {
        return exec(times(1, CREATE), times(5, READ), times(2, UPDATE), times(5, RECORD), times(1, RECORD_BATCH),
                times(3, QUERY), times(1, DAY), times(1, COUNT), exec(how.apply(DELETE)));
    }

    /** Only events, all of one name, with many more writes than reads. */
    static ChainBuilder hot(HotName name) {
        var visit = new Visit(request -> request);
        return exec(repeat(20).on(exec(RECORD), exec(name.recorded(1)), pause(SHORTEST_THOUGHT, LONGEST_THOUGHT)),
                repeat(5).on(exec(RECORD_BATCH), exec(name.recorded(BATCH)), pause(SHORTEST_THOUGHT, LONGEST_THOUGHT)),
                visit.times(2, LATEST), visit.times(1, QUERY), visit.times(1, DAY), visit.times(1, COUNT));
    }

    /** Repeats a request, with a think time after each. */
    private ChainBuilder times(int times, HttpRequestActionBuilder request) {
        return repeat(times).on(exec(how.apply(request)), pause(SHORTEST_THOUGHT, LONGEST_THOUGHT));
    }

    private static String event() {
        return "{\"event\": \"#{event}\", \"expires_at\": #{expires_at}, \"button\": \"buy\"}";
    }
}
