package basics.embedded.template;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import basics.embedded.platform.StartException;

/** The template's parameters and their values (CloudFormation User Guide, "CloudFormation template Parameters"). */
final class Parameters {
    private final JsonNode declared;
    private final Map<String, String> given;

    Parameters(JsonNode declared, Map<String, String> given) {
        this.declared = declared;
        this.given = given;
        given.forEach(this::check);
    }

    /** The given value, or the default; empty without either. */
    Optional<String> value(String name) {
        var value = Optional.ofNullable(given.get(name));
        return value.isPresent()
                ? value
                : Optional.ofNullable(declared.path(name).get("Default")).map(JsonNode::asText);
    }

    private void check(String name, String value) {
        var parameter = declared.path(name);
        if (parameter.isMissingNode()) {
            throw new StartException("The template declares no parameter %s.".formatted(name));
        }
        var owner = "the parameter " + name;
        Properties.check(owner, parameter, Set.of("Type", "Default", "AllowedPattern"),
                Set.of("Description", "ConstraintDescription", "NoEcho"));
        if (!parameter.path("Type").asText().equals("String")
                || !Pattern.matches(parameter.path("AllowedPattern").asText("(?s).*"), value)) {
            throw new StartException("%s can't be %s: %s.".formatted(owner, value, parameter));
        }
    }
}
