package basics.embedded.template;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A resource of the template, with resolved properties. */
public record Resource(String logicalId, String type, String physicalName, ObjectNode properties) {
    @Override
    public String toString() {
        return "%s (%s)".formatted(logicalId, type);
    }
}
