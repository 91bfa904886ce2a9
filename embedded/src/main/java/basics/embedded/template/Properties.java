package basics.embedded.template;

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import basics.embedded.platform.StartException;

/** Refuses properties that the embedded target can't honour. */
public final class Properties {
    private Properties() {}

    /**
     * Checks each property of a resource, or of a part of it.
     *
     * @param honoured
     *            the properties that the embedded target honours
     * @param withoutEffect
     *            the properties that have no effect on a single machine
     * @throws StartException
     *            with the name of the first other property
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
