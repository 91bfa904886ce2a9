package basics.embedded.iam;

import basics.embedded.platform.StartException;
import basics.embedded.template.Json;
import basics.embedded.template.Properties;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** One statement of a policy document (IAM User Guide, "IAM JSON policy elements reference"). */
record Statement(boolean allows, List<Wildcard> actions, List<Wildcard> resources) {

    /** A condition can't be evaluated here and a statement that excludes is refused, both by their names. */
    static Statement read(String owner, JsonNode node) {
        Properties.check("a policy statement of " + owner, node, Set.of("Effect", "Action", "Resource"), Set.of("Sid"));
        var effect = node.path("Effect").asText();
        if (!Set.of("Allow", "Deny").contains(effect)) {
            throw new StartException(
                    "A policy statement of %s has the effect '%s', not Allow or Deny.".formatted(owner, effect));
        }
        return new Statement(effect.equals("Allow"),
                Json.texts(node.path("Action")).stream().map(Wildcard::ofAction).toList(),
                Json.texts(node.path("Resource")).stream().map(Wildcard::of).toList());
    }

    boolean covers(Access access) {
        return actions.stream().anyMatch(action -> action.matches(access.action()))
                && resources.stream().anyMatch(resource -> resource.matches(access.resource()));
    }
}
