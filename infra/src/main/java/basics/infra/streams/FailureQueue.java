package basics.infra.streams;

import java.util.List;

import basics.infra.functions.FunctionDefaults;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/**
 * A queue of the records that a function gave up. A message says where in the stream they are, and holds none of their
 * data.
 */
final class FailureQueue extends Construct {

    /** The longest that SQS keeps a message (SQS Developer Guide, "Amazon SQS message quotas"). */
    private static final Duration RETENTION = Duration.days(14);

    private final Queue queue;

    FailureQueue(Construct scope) {
        super(scope, "Failures");
        queue = Queue.Builder.create(this, "Queue")
                .retentionPeriod(RETENTION)
                // SQS's own key, at no charge.
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
                // Even where data is retained: without the function, nobody puts its failures right.
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
    }

    String arn() {
        return queue.getQueueArn();
    }

    String url() {
        return queue.getQueueUrl();
    }

    /** The messages that wait, most in five minutes. */
    IMetric waiting() {
        return queue.metricApproximateNumberOfMessagesVisible(
                MetricOptions.builder().period(Duration.minutes(5)).statistic("Maximum").build());
    }

    /** The permission to send to it. Lambda sends in the name of the function's role. */
    PolicyDocument sending() {
        return FunctionDefaults.allow(List.of(FunctionDefaults.statement(List.of("sqs:SendMessage"), arn())));
    }
}
