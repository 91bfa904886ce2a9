package basics.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/**
 * The example request of an operation as a proxy event. The function answers it before a SnapStart snapshot
 * ({@code basics.http.Priming}). An optional parameter has the value of its {@code x-priming}, or is left out: tools that try
 * the API would send an example too.
 */
final class PrimingEvent {
    private final Operation operation;
    private final List<String> missing = new ArrayList<>();
    private final Map<String, Map<String, Object>> parameters = new LinkedHashMap<>();
    private String path;

    PrimingEvent(Operation operation) {
        this.operation = operation;
        path = operation.path();
        operation.parameters().forEach(this::take);
    }

    private void take(Map<?, ?> parameter) {
        var name = String.valueOf(parameter.get("name"));
        var example = operation.contract().primingValue(parameter).map(Object::toString);
        if (example.isEmpty()) {
            if (Boolean.TRUE.equals(parameter.get("required"))) {
                missing.add("the parameter " + name);
            }
            return;
        }
        var place = String.valueOf(parameter.get("in"));
        var values = parameters.computeIfAbsent(place, _ -> new LinkedHashMap<>());
        if (place.equals("path")) {
            var segment = URLEncoder.encode(example.get(), UTF_8).replace("+", "%20");
            path = path.replace("{" + name + "}", segment);
            values.put(name, segment);
        } else {
            values.put(name, List.of(example.get()));
        }
    }

    /**
     * The event, as JSON.
     *
     * @throws IllegalArgumentException with every example that the contract lacks
     */
    String json() {
        var event = new LinkedHashMap<String, Object>();
        event.put("path", path);
        event.put("pathParameters", values("path"));
        event.put("multiValueQueryStringParameters", values("query"));
        event.put("multiValueHeaders", values("header"));
        event.put("requestContext", operation.isSecured()
                ? Map.of("authorizer", Map.of("principalId", "priming"))
                : Map.of());
        operation.content().entrySet().stream().findFirst().ifPresent(content -> {
            values("header").put("Content-Type", List.of(content.getKey()));
            operation.contract().example(content.getValue()).ifPresentOrElse(
                    body -> event.put("body", text(body)), () -> missing.add("its body"));
        });
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("The operation " + operation.id() + " has no example of "
                    + String.join(" and of ", missing) + ". Add one: the function is primed with it.");
        }
        return text(event);
    }

    private Map<String, Object> values(String place) {
        return parameters.computeIfAbsent(place, _ -> new LinkedHashMap<>());
    }

    private static String text(Object value) {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(text)) {
            write(json, value);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case Map<?, ?> members -> {
                json.writeStartObject();
                for (var member : members.entrySet()) {
                    json.writeFieldName(member.getKey().toString());
                    write(json, member.getValue());
                }
                json.writeEndObject();
            }
            case List<?> elements -> {
                json.writeStartArray();
                for (var element : elements) {
                    write(json, element);
                }
                json.writeEndArray();
            }
            case Boolean bool -> json.writeBoolean(bool);
            case Number number -> json.writeNumber(number.toString());
            case String string -> json.writeString(string);
            default -> throw new IllegalArgumentException(
                    "YAML takes " + value + " for a " + value.getClass().getSimpleName() + ". Put it in quotes.");
        }
    }
}
