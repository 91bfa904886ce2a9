package basics.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import basics.infra.contract.Contract;
import basics.infra.settings.Environment;
import basics.infra.settings.Project;
import basics.infra.settings.Settings;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/** A synthesised environment. Synthesis takes a second, so all tests share one for the same settings. */
public final class Synthesised {

    private static final Map<Map<String, Object>, Synthesised> BY_CONTEXT = new ConcurrentHashMap<>();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Project PROJECT = projectWithSmallJars();
    private static final Contract CONTRACT = Contract.of(PROJECT.openApi());

    private final ServiceStack stack;
    private final String templateFile;
    private final JsonNode json;

    private Synthesised(Map<String, Object> context, Project project) {
        var app = new App(AppProps.builder().context(context).outdir(folder("assembly").toString())
                .analyticsReporting(false).treeMetadata(false).build());
        stack = new ServiceStack(app, Environment.chosen(context::get), project);
        try {
            templateFile = Files.readString(Path.of(app.synth().getDirectory()).resolve(stack.getTemplateFile()));
            json = JSON.readTree(templateFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The environment with the settings of {@code cdk.json}. */
    public static Synthesised of(String environment) {
        return of(environment, Map.of());
    }

    /** The environment with the settings of {@code cdk.json}, some of them changed. */
    public static Synthesised of(String environment, Map<String, Object> changed) {
        return BY_CONTEXT.computeIfAbsent(context(environment, changed), context -> new Synthesised(context, PROJECT));
    }

    /** A new synthesis, not shared. */
    static Synthesised anew(String environment) {
        return anew(environment, Map.of(), PROJECT);
    }

    /** A new synthesis with other jars, not shared. */
    public static Synthesised anew(String environment, Map<String, Object> changed, Project project) {
        return new Synthesised(context(environment, changed), project);
    }

    static Map<String, Object> context(String environment, Map<String, Object> changed) {
        var context = PROJECT.context(environment);
        var environments = Settings.object(context.get("environments"));
        var settings = Settings.object(environments.get(environment));
        settings.putAll(changed);
        environments.put(environment, settings);
        context.put("environments", environments);
        return context;
    }

    /** The contract in {@code openapi.yaml}. */
    public static Contract contract() {
        return CONTRACT;
    }

    /** This project with small files as jars, so that tests don't need the build of other modules. */
    public static Project projectWithSmallJars() {
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

    public String templateFile() {
        return templateFile;
    }

    public JsonNode json() {
        return json;
    }

    /** The resources of a type by logical id. */
    public Map<String, JsonNode> resources(String type) {
        var resources = new TreeMap<String, JsonNode>();
        json.path("Resources").properties().forEach(resource -> {
            if (resource.getValue().path("Type").asText().equals(type)) {
                resources.put(resource.getKey(), resource.getValue());
            }
        });
        return resources;
    }

    /** The functions of the operations by logical id, without the authorizer's and those of streams. */
    public Map<String, JsonNode> operations() {
        var functions = resources("AWS::Lambda::Function");
        functions.keySet().removeIf(id -> !id.startsWith("Functions"));
        return functions;
    }

    /** The functions for which a caller waits, by logical id: those of the operations, and the authorizer's. */
    public Map<String, JsonNode> awaited() {
        var functions = resources("AWS::Lambda::Function");
        functions.keySet().removeIf(id -> id.startsWith("KeepCounts"));
        return functions;
    }

    /** The only resource of a type whose logical id starts with a prefix. */
    public Map.Entry<String, JsonNode> resource(String type, String prefix) {
        var found = new LinkedHashMap<>(resources(type));
        found.keySet().removeIf(id -> !id.startsWith(prefix));
        if (found.size() != 1) {
            throw new AssertionError("There should be one " + type + " " + prefix + "*: " + found.keySet());
        }
        return found.entrySet().iterator().next();
    }

    /** The logical id of the only resource of a type whose logical id starts with a prefix. */
    public String id(String type, String prefix) {
        return resource(type, prefix).getKey();
    }

    /** The properties of the only resource of a type whose logical id starts with a prefix. */
    public JsonNode properties(String type, String prefix) {
        return resource(type, prefix).getValue().path("Properties");
    }

    /**
     * The environment variables of the function whose logical id starts with a prefix, in the form of {@link #text}.
     */
    public Map<String, String> variables(String function) {
        var variables = new TreeMap<String, String>();
        properties("AWS::Lambda::Function", function).at("/Environment/Variables").properties()
                .forEach(variable -> variables.put(variable.getKey(), text(variable.getValue())));
        return variables;
    }

    /** The target to invoke for a function, in the form of {@link #text}: its alias, if it has one. */
    public String invoked(String function) {
        return resources("AWS::Lambda::Alias").entrySet().stream()
                .filter(alias -> alias.getValue().at("/Properties/FunctionName/Ref").asText().equals(function))
                .map(alias -> "${" + alias.getKey() + '}').findFirst().orElse("${" + function + ".Arn}");
    }

    public JsonNode body() {
        return properties("AWS::ApiGateway::RestApi", "Api").path("Body");
    }

    /** The methods of the API by method and path, such as {@code get /users}. */
    public Map<String, JsonNode> methods() {
        var methods = new TreeMap<String, JsonNode>();
        body().path("paths").properties().forEach(path -> path.getValue().properties()
                .forEach(method -> methods.put(method.getKey() + ' ' + path.getKey(), method.getValue())));
        return methods;
    }

    /** A value of the template, with references as <code>${Id}</code> and <code>${Id.Attribute}</code>. */
    public static String text(JsonNode value) {
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
