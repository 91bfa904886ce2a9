package basics.embedded.lambda;

import basics.embedded.template.Json;
import com.fasterxml.jackson.core.JsonProcessingException;

/** Shows a line that a function has logged. */
final class LogLine {
    private LogLine() {}

    /** Of a line of JSON, as Lambda's JSON format and most loggers write it, the level and the message. */
    static String readable(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        try {
            var json = Json.MAPPER.readTree(line);
            var message = json.path("message");
            if (message.isMissingNode()) {
                return line;
            }
            var level = json.path("level").asText();
            var text = message.isTextual() ? message.asText() : message.toString();
            return (level.isEmpty() || level.equals("UNDEFINED") ? text : level + " " + text).stripTrailing();
        } catch (JsonProcessingException notJson) {
            return line;
        }
    }
}
