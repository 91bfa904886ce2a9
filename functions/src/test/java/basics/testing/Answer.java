package basics.testing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A function's answer.
 *
 * @param headers by lower-case name
 * @param size of the whole response in bytes
 */
public record Answer(int status, Map<String, String> headers, String body, int size) {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    static Answer parse(ObjectMapper mapper, byte[] response) throws IOException {
        var json = mapper.readTree(response);
        var headers = new TreeMap<String, String>();
        for (var header : json.get("headers").properties()) {
            headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue().textValue());
        }
        return new Answer(json.get("statusCode").intValue(), headers, json.get("body").textValue(), response.length);
    }

    public JsonNode json() {
        try {
            return MAPPER.readTree(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public String text(String member) {
        return json().path(member).asText();
    }

    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** The items of a page. */
    public List<JsonNode> items() {
        var items = new ArrayList<JsonNode>();
        json().path("items").forEach(items::add);
        return items;
    }

    public @Nullable String nextCursor() {
        return json().path("next_cursor").textValue();
    }

    /** The pointers and parameters of a problem's errors. */
    public List<String> errors() {
        var places = new ArrayList<String>();
        json().path("errors").forEach(error -> places
                .add(error.has("pointer") ? error.get("pointer").textValue() : error.path("parameter").asText()));
        return places;
    }
}
