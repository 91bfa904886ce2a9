package basics.embedded.template;

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import basics.embedded.platform.StartException;

/** Refuses what a resource asks for and the embedded target would not honour. */
public final class Properties {
    private Properties() {}

    /**
     * Checks each property of one resource, or of a part of it.
     *
     * @param honoured
     *            the properties that have their effect
     * @param withoutEffect
     *            those that make no difference on one machine
     * @throws StartException
     *             naming the first other property
     */
    public static void check(String owner, JsonNode properties, Set<String> honoured, Set<String> withoutEffect) {
        properties.fieldNames().forEachRemaining(name -> {
            if (!honoured.contains(name) && !withoutEffect.contains(name)) {
                throw new StartException(
                        "The embedded target can't honour the property %s of %s.".formatted(name, owner));
            }
        });
    }
}
