package basics.embedded.lambda;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import basics.embedded.iam.Roles;
import basics.embedded.platform.StartException;
import basics.embedded.template.Properties;
import basics.embedded.template.Resource;
import basics.embedded.template.Stack;

/** Reads the functions of a stack; the defaults are CloudFormation's (AWS::Lambda::Function). */
public final class Functions {
    private static final Set<String> HONOURED = Set.of("Code", "Environment", "FunctionName", "Handler",
            "LoggingConfig",
            "MemorySize", "ReservedConcurrentExecutions", "Role", "Runtime", "SnapStart", "Timeout", "PackageType");
    private static final Set<String> WITHOUT_EFFECT = Set.of("Architectures", "Description", "EphemeralStorage",
            "KmsKeyArn", "RecursiveLoop", "RuntimeManagementConfig", "Tags", "TracingConfig");

    private final Stack stack;
    private final Roles roles;

    private Functions(Stack stack, Roles roles) {
        this.stack = stack;
        this.roles = roles;
    }

    /** The functions, and their versions. */
    public static List<LambdaFunction> of(Stack stack, Roles roles) {
        var functions = new Functions(stack, roles);
        var qualifiers = new Qualifiers(stack);
        return stack.resources("AWS::Lambda::Function").stream()
                .flatMap(resource -> qualifiers.versions(resource.physicalName()).stream()
                        .map(version -> functions.read(resource, version, qualifiers)))
                .toList();
    }

    private LambdaFunction read(Resource resource, String version, Qualifiers qualifiers) {
        var properties = resource.properties();
        Properties.check(resource.toString(), properties, HONOURED, WITHOUT_EFFECT);
        var logging = properties.path("LoggingConfig");
        var concurrency = properties.path("ReservedConcurrentExecutions").asInt(Integer.MAX_VALUE);
        if (concurrency == 0) {
            throw new StartException("%s reserves no concurrency, so it can't be invoked.".formatted(resource));
        }
        return new LambdaFunction(resource.physicalName(), version,
                snapStart(resource) && !version.equals(LambdaFunction.LATEST),
                simpleName(required(resource, "Handler")), qualifiers.arns(resource.physicalName(), version),
                stack.region(),
                required(resource, "Handler"), stack.asset(code(resource)), variables(resource),
                properties.path("MemorySize").asInt(128), Duration.ofSeconds(properties.path("Timeout").asInt(3)),
                concurrency, logging.path("LogFormat").asText("Text"), logging.path("ApplicationLogLevel").asText(""),
                roles.byArn(required(resource, "Role"), resource.toString()));
    }

    private static boolean snapStart(Resource resource) {
        var snapStart = resource.properties().path("SnapStart");
        Properties.check("SnapStart of " + resource, snapStart, Set.of("ApplyOn"), Set.of());
        return switch (snapStart.path("ApplyOn").asText("None")) {
            case "PublishedVersions" -> true;
            case "None" -> false;
            case String other -> throw new StartException(
                    "SnapStart of %s applies on %s: None or PublishedVersions is possible.".formatted(resource, other));
        };
    }

    /** What the console calls a function: the class of its handler. */
    private static String simpleName(String handler) {
        var type = handler.split("::", -1)[0];
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static String code(Resource resource) {
        var runtime = required(resource, "Runtime");
        if (!runtime.startsWith("java") && !runtime.equals("provided.al2023")) {
            throw new StartException(
                    "The embedded target can't serve the runtime %s of %s, only Java and provided.al2023."
                            .formatted(runtime, resource));
        }
        var code = resource.properties().path("Code");
        Properties.check("Code of " + resource, code, Set.of("S3Bucket", "S3Key"), Set.of());
        return code.path("S3Key").asText();
    }

    private static Map<String, String> variables(Resource resource) {
        var variables = new HashMap<String, String>();
        resource.properties().path("Environment").path("Variables").properties()
                .forEach(variable -> variables.put(variable.getKey(), variable.getValue().asText()));
        if (variables.containsKey("AWS_LAMBDA_EXEC_WRAPPER")) {
            throw new StartException(
                    "The embedded target can't honour AWS_LAMBDA_EXEC_WRAPPER of %s.".formatted(resource));
        }
        return Map.copyOf(variables);
    }

    private static String required(Resource resource, String property) {
        var value = resource.properties().path(property).asText();
        if (value.isEmpty()) {
            throw new StartException("%s has no %s.".formatted(resource, property));
        }
        return value;
    }
}
