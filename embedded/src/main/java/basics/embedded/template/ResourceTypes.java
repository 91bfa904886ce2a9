package basics.embedded.template;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

import basics.embedded.platform.StartException;

/** Which types of resources are served, and which make no difference on one machine. Any other one is an error. */
final class ResourceTypes {
    private static final Set<String> SERVED = Set.of("AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable",
            "AWS::Lambda::Function", "AWS::Lambda::Version", "AWS::Lambda::Alias", "AWS::Lambda::Permission",
            "AWS::IAM::Role", "AWS::IAM::Policy",
            "AWS::IAM::ManagedPolicy", "AWS::ApiGateway::RestApi", "AWS::ApiGateway::Deployment",
            "AWS::ApiGateway::Stage");

    private static final Map<String, String> WITHOUT_EFFECT = Map.ofEntries(
            entry("AWS::Logs::LogGroup", "logs go to the console"),
            entry("AWS::Logs::MetricFilter", "there are no metrics"),
            entry("AWS::Logs::QueryDefinition", "a saved query of the console"),
            entry("AWS::CloudWatch::Alarm", "there are no metrics"),
            entry("AWS::CloudWatch::CompositeAlarm", "there are no metrics"),
            entry("AWS::CloudWatch::Dashboard", "there are no metrics"),
            entry("AWS::SNS::Topic", "alarms are its only senders: a function without a grant can't publish"),
            entry("AWS::SNS::Subscription", "see the topic"),
            entry("AWS::SNS::TopicPolicy", "see the topic"),
            entry("AWS::ApiGateway::Account", "names the role for API Gateway's own logs"),
            entry("AWS::ApplicationInsights::Application", "there are no metrics"),
            entry("AWS::XRay::SamplingRule", "there are no traces"),
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
