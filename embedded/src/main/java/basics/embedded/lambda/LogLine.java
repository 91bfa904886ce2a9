package basics.embedded.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;

import basics.embedded.template.Json;

/**
 * A line that a function has logged, as the console shows it.
 *
 * @param requestId
 *            the one that the line itself tells, or the one that the environment had last
 */
record LogLine(String requestId, String text) {
    /** Of a line of JSON, as Lambda's JSON format and most loggers write it, the level and the message. */
    static LogLine of(String line, String requestId) {
        if (!line.startsWith("{")) {
            return new LogLine(requestId, line);
        }
        try {
            var json = Json.MAPPER.readTree(line);
            var message = json.path("message");
            if (message.isMissingNode()) {
                return new LogLine(requestId, line);
            }
            var level = json.path("level").asText();
            var text = message.isTextual() ? message.asText() : message.toString();
            return new LogLine(json.path("AWSRequestId").asText(json.path("requestId").asText(requestId)),
                    (level.isEmpty() || level.equals("UNDEFINED") ? text : level + " " + text).stripTrailing());
        } catch (JsonProcessingException notJson) {
            return new LogLine(requestId, line);
        }
    }
}
