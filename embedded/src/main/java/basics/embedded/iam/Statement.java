package basics.embedded.iam;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import basics.embedded.platform.StartException;
import basics.embedded.template.Json;
import basics.embedded.template.Properties;

/** A statement of a policy document (IAM User Guide, "IAM JSON policy elements reference"). */
record Statement(boolean allows, List<Wildcard> actions, List<Wildcard> resources) {

    /**
     * Reads a statement. Conditions and exclusions are refused by name, since the embedded target can't evaluate them.
     */
    static Statement read(String owner, JsonNode node) {
        Properties.check("a policy statement of " + owner, node, Set.of("Effect", "Action", "Resource"), Set.of("Sid"));
        var effect = node.path("Effect").asText();
        if (!Set.of("Allow", "Deny").contains(effect)) {
            throw new StartException(
                    "A policy statement of %s has the effect '%s', not Allow or Deny.".formatted(owner, effect));
        }
        var actions = Json.texts(node.path("Action"));
        var resources = Json.texts(node.path("Resource"));
        if (actions.isEmpty() || resources.isEmpty()
                || !resources.stream().allMatch(resource -> resource.equals("*") || resource.startsWith("arn:"))) {
            throw new StartException("A policy statement of %s lacks an action, or a resource that is an ARN or *."
                    .formatted(owner));
        }
        return new Statement(effect.equals("Allow"), actions.stream().map(Wildcard::ofAction).toList(),
                resources.stream().map(Wildcard::of).toList());
    }

    /** Each of its actions on each of its resources, with wildcards. */
    Stream<Access> accesses() {
        return actions.stream()
                .flatMap(action -> resources.stream().map(on -> new Access(action.toString(), on.toString())));
    }

    boolean covers(Access access) {
        return actions.stream().anyMatch(action -> action.matches(access.action()))
                && resources.stream().anyMatch(resource -> resource.matches(access.resource()));
    }
}
