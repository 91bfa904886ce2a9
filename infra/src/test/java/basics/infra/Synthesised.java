package basics.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.assertions.Template;

/** An environment as the app synthesises it; each only once for all tests, since it takes a second. */
final class Synthesised {

    private static final Map<String, Synthesised> BY_ENVIRONMENT = new ConcurrentHashMap<>();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ServiceStack stack;
    private final Template template;
    private final JsonNode json;
    private final Path assembly;

    private Synthesised(Map<String, Object> context, Project project) {
        var app = new App(AppProps.builder().context(context).outdir(folder("assembly").toString())
                .analyticsReporting(false).treeMetadata(false).build());
        stack = new ServiceStack(app, Environment.chosen(context::get), project);
        template = Template.fromStack(stack);
        json = JSON.valueToTree(template.toJSON());
        assembly = Path.of(app.synth().getDirectory());
    }

    /** With the settings of {@code cdk.json}. */
    static Synthesised of(String environment) {
        return BY_ENVIRONMENT.computeIfAbsent(environment, name -> again(name, UnaryOperator.identity()));
    }

    /** Anew, with the settings of {@code cdk.json} after a change. */
    static Synthesised again(String environment, UnaryOperator<Map<String, Object>> change) {
        return with(environment, change, project());
    }

    static Synthesised with(String environment, UnaryOperator<Map<String, Object>> change, Project project) {
        return new Synthesised(context(environment, change), project);
    }

    static Map<String, Object> context(String environment, UnaryOperator<Map<String, Object>> change) {
        var context = Project.find().context(environment);
        var environments = Settings.object(context.get("environments"));
        environments.put(environment, change.apply(Settings.object(environments.get(environment))));
        context.put("environments", environments);
        return context;
    }

    /** This project, but with small files for the jars, so that tests need no other module's build. */
    static Project project() {
        try {
            var jars = folder("jars");
            return new Project(Project.find().root(),
                    Files.writeString(jars.resolve("functions.jar"), "operations"),
                    Files.writeString(jars.resolve("authorizer.jar"), "authorizer"), jars);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ServiceStack stack() {
        return stack;
    }

    Template template() {
        return template;
    }

    String templateFile() {
        try {
            return Files.readString(assembly.resolve(stack.getTemplateFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode json() {
        return json;
    }

    /** The resources of a type by logical id. */
    Map<String, JsonNode> resources(String type) {
        var resources = new TreeMap<String, JsonNode>();
        json().path("Resources").properties().forEach(resource -> {
            if (resource.getValue().path("Type").asText().equals(type)) {
                resources.put(resource.getKey(), resource.getValue());
            }
        });
        return resources;
    }

    /** The only resource of a type whose logical id starts with something. */
    Map.Entry<String, JsonNode> resource(String type, String prefix) {
        var found = new LinkedHashMap<>(resources(type));
        found.keySet().removeIf(id -> !id.startsWith(prefix));
        if (found.size() != 1) {
            throw new AssertionError("There should be one " + type + " " + prefix + "*: " + found.keySet());
        }
        return found.entrySet().iterator().next();
    }

    /** The properties of the only resource of a type whose logical id starts with something. */
    JsonNode properties(String type, String prefix) {
        return resource(type, prefix).getValue().path("Properties");
    }

    /** What is to be invoked for a function of some logical id, as {@link #text} has it: its alias, if there is one. */
    String invoked(String function) {
        return resources("AWS::Lambda::Alias").entrySet().stream()
                .filter(alias -> alias.getValue().at("/Properties/FunctionName/Ref").asText().equals(function))
                .map(alias -> "${" + alias.getKey() + '}').findFirst().orElse("${" + function + ".Arn}");
    }

    JsonNode body() {
        return properties("AWS::ApiGateway::RestApi", "Api").path("Body");
    }

    /** A value of the template with its references as <code>${Id}</code> and <code>${Id.Attribute}</code>. */
    static String text(JsonNode value) {
        if (value.has("Ref")) {
            return "${" + value.path("Ref").asText() + '}';
        }
        if (value.has("Fn::GetAtt")) {
            return "${" + value.at("/Fn::GetAtt/0").asText() + '.' + value.at("/Fn::GetAtt/1").asText() + '}';
        }
        if (value.has("Fn::Join")) {
            return StreamSupport.stream(value.at("/Fn::Join/1").spliterator(), false).map(Synthesised::text)
                    .collect(Collectors.joining(value.at("/Fn::Join/0").asText()));
        }
        return value.asText();
    }

    static Path folder(String purpose) {
        try {
            var target = Files.createDirectories(Project.find().root().resolve("infra/target/tests"));
            return Files.createTempDirectory(target, purpose);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
