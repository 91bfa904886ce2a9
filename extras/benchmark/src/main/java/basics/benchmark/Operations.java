package basics.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The operations of openapi.yaml, each with a typical request. */
final class Operations {
    static final String USERS = "users";
    static final String EVENTS = "events";
    static final String BY_DATE = "by-date";

    private static final String ADA = "ada@example.com";
    private static final String BOB = "bob@example.com";
    private static final String DATE = "2026-11-22";
    private static final int SEEDED_EVENTS = 20;

    private static final Map<String, String> VARIABLES = Map.of("USERS_TABLE", USERS, "EVENTS_TABLE", EVENTS,
            "EVENTS_BY_DATE_INDEX", BY_DATE, "EVENT_RETENTION_DAYS", "30", "CORS_ORIGIN", "https://app.example");

    private final Path jar;
    private final String variant;

    /**
     * The operations in a jar.
     *
     * @param variant a suffix for their names
     */
    Operations(Path jar, String variant) {
        this.variant = variant;
        this.jar = jar;
    }

    /** Creates the items that the other operations read, through the functions. */
    List<Subject> seeds() {
        var emails = List.of(ADA, BOB);
        return List.of(
                of("users.CreateUser", n -> createUser(emails.get(n)), 201),
                of("events.RecordEvents", _ -> recordEvents(0, SEEDED_EVENTS), 200));
    }

    List<Subject> all() {
        return List.of(
                of("users.ReadUser", _ -> user("GET", ADA).json(), 200, "\\\"city\\\":\\\"Tulsa\\\""),
                of("users.ListUsers", _ -> ProxyEvent.of("GET", "/users", "/users").query("limit", "10").json(), 200,
                        "\\\"items\\\":[{\\\"email\\\""),
                of("users.CreateUser", n -> createUser("user-%d@example.com".formatted(n)), 201,
                        "\\\"version\\\":1"),
                of("users.UpdateUser", n -> user("PATCH", BOB).body("{\"visits\":%d}".formatted(n)).json(), 200,
                        "\\\"visits\\\":"),
                of("users.DeleteUser", n -> user("DELETE", "user-%d@example.com".formatted(n)).json(), 204),
                of("events.RecordEvent", n -> ProxyEvent.of("POST", "/events", "/events").body(event(n)).json(), 201,
                        "\\\"event\\\":\\\"clicked\\\""),
                of("events.RecordEvents", n -> recordEvents(n * 3, 3), 200, "\\\"recorded\\\":3"),
                of("events.QueryEvents", _ -> ProxyEvent.of("GET", "/events/{event}", "/events/clicked")
                        .path("event", "clicked").query("limit", "10").json(), 200, "\\\"count\\\":10"),
                of("events.ListEventsOnDate", _ -> ProxyEvent.of("GET", "/events", "/events").query("date", DATE)
                        .query("limit", "10").json(), 200, "\\\"count\\\":10"),
                of("health.CheckHealth", _ -> ProxyEvent.of("GET", "/health", "/health").json(), 200,
                        "\\\"status\\\":\\\"ok\\\""));
    }

    static Subject floor(Path jar) {
        return new Subject("floor", "basics.floor.Floor", jar, VARIABLES, _ -> user("GET", ADA).json(),
                List.of("\"statusCode\":200", "\\\"name\\\":\\\"Ada\\\""));
    }

    private Subject of(String type, IntFunction<String> event, int status, String... member) {
        var expected = new ArrayList<>(List.of("\"statusCode\":" + status));
        expected.addAll(List.of(member));
        var name = type.substring(type.indexOf('.') + 1);
        return new Subject(Character.toLowerCase(name.charAt(0)) + name.substring(1) + variant, "basics." + type, jar,
                VARIABLES,
                event, expected);
    }

    private static ProxyEvent user(String method, String email) {
        return ProxyEvent.of(method, "/users/{email}", "/users/" + email).path("email", email);
    }

    private static String createUser(String email) {
        return ProxyEvent.of("POST", "/users", "/users").body("""
            {"email":"%s","name":"Ada","city":"Tulsa","age":36,"tags":["a","b"],"address":{"zip":"74103"}}"""
                .formatted(email)).json();
    }

    private static String event(int n) {
        return """
            {"event":"clicked","timestamp":"%sT10:15:30.123Z","id":"e-%d","button":"buy","price":9.99}"""
                .formatted(DATE, n);
    }

    private static String recordEvents(int from, int count) {
        var events = IntStream.range(from, from + count).mapToObj(n -> event(n).replace("e-", "batch-"))
                .collect(Collectors.joining(",", "{\"events\":[", "]}"));
        return ProxyEvent.of("POST", "/event-batches", "/event-batches").body(events).json();
    }
}
