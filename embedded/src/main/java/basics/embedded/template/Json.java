package basics.embedded.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import basics.embedded.platform.StartException;

/** The JSON mapper, and helpers for reading templates. */
public final class Json {
    public static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static JsonNode read(Path file) {
        try {
            return MAPPER.readTree(Files.newInputStream(file));
        } catch (JsonProcessingException malformed) {
            throw new StartException("%s is not JSON: %s".formatted(file, malformed.getOriginalMessage()), malformed);
        } catch (IOException unreadable) {
            throw new StartException("Can't read %s.".formatted(file), unreadable);
        }
    }

    /** The elements of an array. A single value counts as an array of one, an absent value as an empty one. */
    public static List<JsonNode> list(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return List.of();
        }
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false).toList() : List.of(node);
    }

    public static List<String> texts(JsonNode node) {
        return list(node).stream().map(JsonNode::asText).toList();
    }
}
