package basics.embedded.pages;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** What a page shows, at {@code /_local/api/NAME}. Asked again for each request. */
@FunctionalInterface
public interface PageData {
    /**
     * Reads it.
     *
     * @param query
     *            parameters by name, decoded; of one that is there twice the last
     * @throws IllegalArgumentException
     *             when a parameter makes no sense: its message is shown
     */
    Document read(Map<String, String> query);

    /** With its media type. */
    record Document(String type, String text) {
        public static Document json(JsonNode json) {
            return new Document("application/json", json.toString());
        }
    }
}
