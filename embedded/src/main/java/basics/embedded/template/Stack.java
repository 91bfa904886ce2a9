package basics.embedded.template;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import basics.embedded.platform.StartException;

/** A stack as CloudFormation would create it, with physical names and resolved intrinsic functions. */
public final class Stack {
    /** The end of the ARN of every stream, as {@code Fn::GetAtt} gives it, behind {@code /stream/}. */
    public static final String STREAM_LABEL = Naming.STREAM_LABEL;

    private final Assembly assembly;
    private final Naming naming;
    private final List<Resource> resources;
    private final Map<String, String> outputs;

    private Stack(Assembly assembly, Map<String, String> given) {
        this.assembly = assembly;
        this.naming = new Naming(assembly.stackName(), assembly.region());
        var resolver = new Resolver(assembly.template(),
                new Parameters(assembly.template().path("Parameters"), given), naming);
        Properties.check("the template", assembly.template(), Set.of("Resources", "Outputs", "Parameters", "Conditions",
                "Mappings"), Set.of("AWSTemplateFormatVersion", "Description", "Metadata", "Rules"));
        this.resources = resources(resolver);
        this.outputs = outputs(resolver);
    }

    /**
     * Reads and resolves the one stack of a cloud assembly.
     *
     * @param assembly
     *            the directory that `cdk synth` wrote
     * @param parameters
     *            values of the template's parameters; others have their defaults
     * @throws StartException
     *            when the assembly is missing, has not exactly one stack, lacks such a parameter, or needs unsupported
     *            features
     */
    public static Stack read(Path assembly, Map<String, String> parameters) {
        return new Stack(Assembly.read(assembly), parameters);
    }

    /**
     * Whether the one stack of a cloud assembly declares a parameter.
     *
     * @throws StartException
     *            when the assembly is missing or has not exactly one stack
     */
    public static boolean declares(Path assembly, String parameter) {
        return Assembly.read(assembly).template().path("Parameters").has(parameter);
    }

    public List<Resource> resources(String... types) {
        var wanted = Set.of(types);
        return resources.stream().filter(resource -> wanted.contains(resource.type())).toList();
    }

    /** The file or directory of an asset, by the key of its object. */
    public Path asset(String objectKey) {
        var file = assembly.assets().get(objectKey);
        if (file == null) {
            throw new StartException("The assembly has no asset %s.".formatted(objectKey));
        }
        return file;
    }

    public String name() {
        return assembly.stackName();
    }

    public String region() {
        return naming.region();
    }

    public String account() {
        return naming.account();
    }

    public String arn(String service, String resource) {
        return naming.arn(service, resource);
    }

    /** The ARN of a table's stream, as {@code Fn::GetAtt} gives it. */
    public String streamArn(String table) {
        return naming.streamArn(table);
    }

    /** The URL of a queue, as {@code Ref} gives it. */
    public String queueUrl(String queue) {
        return naming.queueUrl(queue);
    }

    public Map<String, String> outputs() {
        return outputs;
    }

    private List<Resource> resources(Resolver resolver) {
        var found = new ArrayList<Resource>();
        assembly.template().path("Resources").properties().forEach(entry -> {
            var logicalId = entry.getKey();
            var node = entry.getValue();
            var type = node.path("Type").asText();
            if (exists(node, resolver, logicalId) && ResourceTypes.served(logicalId, type)) {
                found.add(new Resource(logicalId, type, resolver.physicalName(logicalId),
                        properties(resolver, logicalId, node)));
            }
        });
        return List.copyOf(found);
    }

    private static boolean exists(JsonNode node, Resolver resolver, String logicalId) {
        return !node.has("Condition") || resolver.holds(node.path("Condition").asText(), logicalId);
    }

    private static ObjectNode properties(Resolver resolver, String logicalId, JsonNode node) {
        return resolver.resolve(node.path("Properties"), logicalId) instanceof ObjectNode object
                ? object
                : Json.MAPPER.createObjectNode();
    }

    private Map<String, String> outputs(Resolver resolver) {
        var values = new LinkedHashMap<String, String>();
        assembly.template().path("Outputs").properties().forEach(output -> {
            if (exists(output.getValue(), resolver, output.getKey())) {
                values.put(output.getKey(),
                        resolver.text(output.getValue().path("Value"), "Outputs/" + output.getKey()));
            }
        });
        return Map.copyOf(values);
    }
}
