package basics.customruntime;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A request of the training, with the members that API Gateway sends.
 *
 * @param handler
 *            the class that handles it
 * @param status
 *            the expected status of the answer
 */
record Request(String handler, String event, int status) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String ADA = "/users/ada@example.com";
    private static final Map<String, String> OF_ADA = Map.of("email", "ada@example.com");
    private static final String CLICKED = """
        {"event":"clicked","timestamp":"2026-01-01T10:15:30.123Z","id":"%s","button":"buy","price":9.99}""";

    /** Typical requests of each operation, twice where possible, and frequent errors. */
    static List<Request> all() {
        return List.of(
                of("health.CheckHealth", "GET", "/health", 200),
                of("users.CreateUser", "POST", "/users", 201).body("""
                    {"email":"ada@example.com","city":"Tulsa","age":36,"tags":["a","b"],"address":{"zip":"74103"}}"""),
                of("users.CreateUser", "POST", "/users", 409).body("{\"email\":\"ada@example.com\"}"),
                of("users.CreateUser", "POST", "/users", 400).body("{\"email\":"),
                of("users.ReadUser", "GET", ADA, 200).path(OF_ADA),
                of("users.ReadUser", "GET", "/users/bob@example.com", 404).path(Map.of("email", "bob@example.com")),
                of("users.UpdateUser", "PATCH", ADA, 200).path(OF_ADA).body("{\"city\":null,\"visits\":1}"),
                of("users.ListUsers", "GET", "/users", 200).query(Map.of("limit", "1")),
                of("events.RecordEvent", "POST", "/events", 201).body(CLICKED.formatted("a")),
                of("events.RecordEvent", "POST", "/events", 200).body(CLICKED.formatted("a")),
                of("events.RecordEvents", "POST", "/event-batches", 200)
                        .body("{\"events\":[%s,%s]}".formatted(CLICKED.formatted("b"), CLICKED.formatted("c"))),
                of("events.QueryEvents", "GET", "/events/clicked", 200).path(Map.of("event", "clicked"))
                        .query(Map.of("limit", "2", "order", "desc")),
                of("events.ListEventsOnDate", "GET", "/events", 200).query(Map.of("date", "2026-01-01", "limit", "2")),
                of("counts.CountEvents", "GET", "/events/clicked/counts", 200).path(Map.of("event", "clicked"))
                        .query(Map.of("from", "2026-01-01T10", "to", "2026-01-02")),
                of("users.DeleteUser", "DELETE", ADA, 204).path(OF_ADA));
    }

    private static Request of(String handler, String method, String path, int status) {
        var event = MAPPER.createObjectNode().put("resource", path).put("path", path).put("httpMethod", method);
        event.putObject("multiValueHeaders");
        event.putNull("multiValueQueryStringParameters").putNull("pathParameters").putNull("stageVariables");
        var context = event.putObject("requestContext").put("stage", "api").put("httpMethod", method)
                .put("requestId", "c6af9ac6-7b61-11e6-9a41-93e8deadbeef");
        context.putObject("identity").put("sourceIp", "203.0.113.7").putNull("user");
        context.putObject("authorizer").put("principalId", "training");
        return new Request("basics." + handler, event.putNull("body").put("isBase64Encoded", false).toString(), status)
                .header("Accept", "application/json").header("Authorization", "Bearer " + "x".repeat(800))
                .header("Host", "a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com")
                .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
    }

    private Request header(String name, String value) {
        return with(event -> event.withObject("/multiValueHeaders").putArray(name).add(value));
    }

    private Request path(Map<String, String> parameters) {
        return with(event -> parameters.forEach(event.putObject("pathParameters")::put));
    }

    private Request query(Map<String, String> parameters) {
        return with(event -> {
            var query = event.putObject("multiValueQueryStringParameters");
            parameters.forEach((name, value) -> query.putArray(name).add(value));
        });
    }

    /** In Base64, because the API treats all bodies as binary. */
    private Request body(String json) {
        return with(event -> event.put("isBase64Encoded", true).put("body",
                Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8))))
                .header("Content-Type",
                        handler.endsWith("UpdateUser") ? "application/merge-patch+json" : "application/json");
    }

    private Request with(Consumer<ObjectNode> change) {
        try {
            var changed = (ObjectNode) MAPPER.readTree(event);
            change.accept(changed);
            return new Request(handler, changed.toString(), status);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
