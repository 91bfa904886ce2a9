package basics.embedded.iam;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import basics.embedded.platform.StartException;
import basics.embedded.template.Json;
import basics.embedded.template.Properties;
import basics.embedded.template.Resource;
import basics.embedded.template.Stack;

/** The roles that a Lambda function of the stack can assume, by ARN. */
public final class Roles {
    private static final Set<String> TAGS_AND_TEXTS = Set.of("Description", "Tags", "Path", "MaxSessionDuration");

    /** AWS managed policies without permissions on tables. */
    private static final Set<String> WITHOUT_TABLES = Set.of("service-role/AWSLambdaBasicExecutionRole",
            "AWSXRayDaemonWriteAccess", "AWSXrayWriteOnlyAccess", "CloudWatchLambdaInsightsExecutionRolePolicy",
            "service-role/AmazonAPIGatewayPushToCloudWatchLogs");

    private final Stack stack;
    private final Map<String, Role> byArn = new HashMap<>();
    private final Map<String, List<Statement>> attached = new HashMap<>();

    private Roles(Stack stack) {
        this.stack = stack;
        for (var policy : stack.resources("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy")) {
            Properties.check(policy.toString(), policy.properties(), Set.of("PolicyDocument", "Roles"),
                    Set.of("PolicyName", "ManagedPolicyName", "Description", "Path"));
            for (var role : Json.texts(policy.properties().path("Roles"))) {
                attached.computeIfAbsent(role, name -> new ArrayList<>())
                        .addAll(statements(policy, policy.properties().path("PolicyDocument")));
            }
        }
        stack.resources("AWS::IAM::Role").forEach(this::add);
    }

    public static Roles of(Stack stack) {
        return new Roles(stack);
    }

    public Role byArn(String arn, String user) {
        var role = byArn.get(arn);
        if (role == null) {
            throw new StartException("%s takes on the role %s, which the template lacks.".formatted(user, arn));
        }
        return role;
    }

    private void add(Resource resource) {
        var properties = resource.properties();
        Properties.check(resource.toString(), properties,
                Set.of("AssumeRolePolicyDocument", "Policies", "ManagedPolicyArns", "RoleName"), TAGS_AND_TEXTS);
        var statements = new ArrayList<>(attached.getOrDefault(resource.physicalName(), List.of()));
        properties.path("Policies")
                .forEach(policy -> statements.addAll(statements(resource, policy.path("PolicyDocument"))));
        for (var arn : Json.texts(properties.path("ManagedPolicyArns"))) {
            statements.addAll(managed(resource, arn));
        }
        var arn = stack.arn("iam", "role/" + resource.physicalName());
        byArn.put(arn, new Role(resource.physicalName(), arn, List.copyOf(statements)));
    }

    private List<Statement> managed(Resource role, String arn) {
        if (WITHOUT_TABLES.contains(arn.substring(arn.indexOf(":policy/") + ":policy/".length()))) {
            return List.of();
        }
        return stack.resources("AWS::IAM::ManagedPolicy").stream()
                .filter(policy -> arn.equals(stack.arn("iam", "policy/" + policy.physicalName()))).findFirst()
                .map(policy -> statements(policy, policy.properties().path("PolicyDocument")))
                .orElseThrow(() -> new StartException(
                        "The embedded target does not know the managed policy %s of %s.".formatted(arn, role)));
    }

    private static List<Statement> statements(Resource owner, JsonNode document) {
        return Policy.read(owner.toString(), document).statements();
    }
}
