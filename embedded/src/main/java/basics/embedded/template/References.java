package basics.embedded.template;

import java.util.Map;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import basics.embedded.platform.StartException;

/** The values of {@code Ref} and {@code Fn::GetAtt} for a resource, from its type and physical name. */
final class References {
    /** The properties by which templates may name resources. */
    private static final Map<String, String> NAME_PROPERTIES = Map.of("AWS::DynamoDB::Table", "TableName",
            "AWS::DynamoDB::GlobalTable", "TableName", "AWS::Lambda::Function", "FunctionName", "AWS::IAM::Role",
            "RoleName", "AWS::IAM::Policy", "PolicyName", "AWS::IAM::ManagedPolicy", "ManagedPolicyName",
            "AWS::Logs::LogGroup", "LogGroupName", "AWS::ApiGateway::Stage", "StageName", "AWS::SQS::Queue",
            "QueueName");

    private final Naming naming;
    private final JsonNode resources;

    References(Naming naming, JsonNode resources) {
        this.naming = naming;
        this.resources = resources;
    }

    /** The type of a resource, or null when the template lacks it. */
    @Nullable
    String type(String logicalId) {
        var resource = resources.get(logicalId);
        return resource == null ? null : resource.path("Type").asText();
    }

    String physicalName(String logicalId, BiFunction<JsonNode, String, String> resolve) {
        var resource = resources.path(logicalId);
        var type = resource.path("Type").asText();
        var chosen = resource.path("Properties").path(NAME_PROPERTIES.getOrDefault(type, ""));
        if (!chosen.isMissingNode()) {
            return resolve.apply(chosen, logicalId);
        }
        return switch (type) {
            case "AWS::ApiGateway::RestApi" -> naming.id(logicalId, 10);
            case "AWS::Lambda::Version" -> qualified(resource, version(logicalId, resolve), resolve);
            case "AWS::Lambda::Alias" ->
                qualified(resource, resolve.apply(resource.path("Properties").path("Name"), logicalId), resolve);
            default -> naming.physicalName(logicalId);
        };
    }

    private String qualified(JsonNode resource, String qualifier, BiFunction<JsonNode, String, String> resolve) {
        return function(resource, resolve) + ":" + qualifier;
    }

    /** A function's name, from its name or ARN. */
    private static String function(JsonNode resource, BiFunction<JsonNode, String, String> resolve) {
        return resolve.apply(resource.path("Properties").path("FunctionName"), "FunctionName")
                .replaceFirst("^.*function:", "");
    }

    /** Counts the versions of each function from 1, as if nothing was published before this stack. */
    private String version(String logicalId, BiFunction<JsonNode, String, String> resolve) {
        var function = function(resources.path(logicalId), resolve);
        var count = 0;
        for (var resource : resources.properties()) {
            if (resource.getValue().path("Type").asText().equals("AWS::Lambda::Version")
                    && function(resource.getValue(), resolve).equals(function)) {
                count++;
            }
            if (resource.getKey().equals(logicalId)) {
                break;
            }
        }
        return Integer.toString(count);
    }

    String ref(String logicalId, String name) {
        return switch (type(logicalId)) {
            case "AWS::IAM::ManagedPolicy" -> naming.arn("iam", "policy/" + name);
            case "AWS::Lambda::Version", "AWS::Lambda::Alias" -> naming.arn("lambda", "function:" + name);
            case "AWS::SQS::Queue" -> naming.queueUrl(name);
            case null, default -> name;
        };
    }

    String attribute(String logicalId, String name, String attribute, String where) {
        return switch (type(logicalId) + "." + attribute) {
            case "AWS::DynamoDB::Table.Arn", "AWS::DynamoDB::GlobalTable.Arn" ->
                naming.arn("dynamodb", "table/" + name);
            case "AWS::DynamoDB::Table.StreamArn", "AWS::DynamoDB::GlobalTable.StreamArn" -> {
                if (!resources.path(logicalId).path("Properties").has("StreamSpecification")) {
                    throw new StartException("%s asks for the stream of %s, which has no StreamSpecification."
                            .formatted(where, logicalId));
                }
                yield naming.streamArn(name);
            }
            case "AWS::SQS::Queue.Arn" -> naming.arn("sqs", name);
            case "AWS::SQS::Queue.QueueName" -> name;
            case "AWS::SQS::Queue.QueueUrl" -> naming.queueUrl(name);
            case "AWS::Lambda::Version.Version" -> name.substring(name.indexOf(':') + 1);
            case "AWS::Lambda::Version.FunctionArn", "AWS::Lambda::Alias.AliasArn", "AWS::Lambda::Function.Arn" ->
                naming.arn("lambda", "function:" + name);
            case "AWS::IAM::Role.Arn" -> naming.arn("iam", "role/" + name);
            case "AWS::IAM::Role.RoleId" -> naming.id(logicalId, 20);
            case "AWS::Logs::LogGroup.Arn" -> naming.arn("logs", "log-group:" + name + ":*");
            case "AWS::ApiGateway::RestApi.RestApiId" -> name;
            case "AWS::ApiGateway::RestApi.RootResourceId" -> naming.id(logicalId, 10);
            default -> throw new StartException("The embedded target knows no attribute %s of %s (%s), used in %s."
                    .formatted(attribute, logicalId, type(logicalId), where));
        };
    }
}
