package basics.embedded.template;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One resource of the template, its properties resolved. */
public record Resource(String logicalId, String type, String physicalName, ObjectNode properties) {
    @Override
    public String toString() {
        return "%s (%s)".formatted(logicalId, type);
    }
}
