package basics.acceptance.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** What {@code cdk.json} says of the environments, as far as scenarios depend on it. */
final class Environments {

    private static final String ANY = "*";

    private final JsonNode settings;

    private Environments(JsonNode settings) {
        this.settings = settings;
    }

    static Environments read(Path cdkJson) {
        try {
            return new Environments(
                    new JsonMapper().readTree(Files.readAllBytes(cdkJson)).path("context").path("environments"));
        } catch (IOException e) {
            throw new UncheckedIOException("The environments can't be read: " + cdkJson, e);
        }
    }

    /**
     * The tags of the scenarios that an environment's settings rule out, each with the reason.
     *
     * @throws IllegalArgumentException
     *             if there is no such environment
     */
    Map<String, String> ruledOut(String environment) {
        var setting = settings.path(environment);
        if (!setting.isObject()) {
            var names = new TreeSet<String>();
            settings.fieldNames().forEachRemaining(names::add);
            throw new IllegalArgumentException(
                    "-Denv=%s: there is no such environment in cdk.json, only %s".formatted(environment, names));
        }
        return setting.path("corsOrigin").asText().equals(ANY)
                ? Map.of()
                : Map.of("@needs-any-origin",
                        "the environment %s doesn't let in pages of every origin (corsOrigin)".formatted(environment));
    }
}
