package basics.embedded.template;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

import basics.embedded.platform.StartException;

/** The types of resources that are served, and those without effect on a single machine. Any other type is an error. */
final class ResourceTypes {
    private static final Set<String> SERVED = Set.of("AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable",
            "AWS::Lambda::Function", "AWS::Lambda::Version", "AWS::Lambda::Alias", "AWS::Lambda::Permission",
            "AWS::Lambda::EventSourceMapping", "AWS::SQS::Queue", "AWS::IAM::Role", "AWS::IAM::Policy",
            "AWS::IAM::ManagedPolicy", "AWS::ApiGateway::RestApi", "AWS::ApiGateway::Deployment",
            "AWS::ApiGateway::Stage");

    private static final Map<String, String> WITHOUT_EFFECT = Map.ofEntries(
            entry("AWS::Logs::LogGroup", "logs go to the console"),
            entry("AWS::Logs::MetricFilter", "the embedded target has no metrics"),
            entry("AWS::Logs::QueryDefinition", "a saved query of the console"),
            entry("AWS::CloudWatch::Alarm", "the embedded target has no metrics"),
            entry("AWS::CloudWatch::CompositeAlarm", "the embedded target has no metrics"),
            entry("AWS::CloudWatch::Dashboard", "the embedded target has no metrics"),
            entry("AWS::SQS::QueuePolicy", "only the owner of this machine reaches a queue"),
            entry("AWS::SNS::Topic", "only alarms publish to it, since functions have no grant"),
            entry("AWS::SNS::Subscription", "see the topic"),
            entry("AWS::SNS::TopicPolicy", "see the topic"),
            entry("AWS::ApiGateway::Account", "names the role for API Gateway's own logs"),
            entry("AWS::ApplicationInsights::Application", "the embedded target has no metrics"),
            entry("AWS::XRay::SamplingRule", "the embedded target has no traces"),
            entry("AWS::CDK::Metadata", "tells AWS which constructs are used"));

    private ResourceTypes() {}

    static boolean served(String logicalId, String type) {
        if (!SERVED.contains(type) && !WITHOUT_EFFECT.containsKey(type)) {
            throw new StartException(
                    "The embedded target can't serve %s: its type %s is not supported.".formatted(logicalId,
                            type));
        }
        return SERVED.contains(type);
    }
}
