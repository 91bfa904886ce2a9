package basics.infra.streams;

import java.util.List;

import basics.infra.functions.FunctionDefaults;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.amazon.awscdk.services.lambda.Function;

/** How Lambda reads a stream for a function: Lambda polls, in the name of the function's role. */
final class StreamReading {

    private static final int BATCH = 500;
    private static final Duration WINDOW = Duration.seconds(1);
    private static final int RETRIES = 10;
    private static final Duration OLDEST = Duration.hours(6);

    private StreamReading() {}

    /** The permissions that Lambda requires of the role. */
    static PolicyDocument of(String stream) {
        return FunctionDefaults.allow(List.of(
                FunctionDefaults.statement(List.of("dynamodb:DescribeStream", "dynamodb:GetRecords",
                        "dynamodb:GetShardIterator"), stream),
                FunctionDefaults.statement(List.of("dynamodb:ListStreams"), "*")));
    }

    static void by(Function function, String stream, FailureQueue failures) {
        CfnEventSourceMapping.Builder.create(function, "Stream")
                .functionName(function.getFunctionName())
                .eventSourceArn(stream)
                .startingPosition("TRIM_HORIZON")
                .batchSize(BATCH)
                .maximumBatchingWindowInSeconds(WINDOW.toSeconds())
                .functionResponseTypes(List.of("ReportBatchItemFailures"))
                .bisectBatchOnFunctionError(true)
                .maximumRetryAttempts(RETRIES)
                .maximumRecordAgeInSeconds(OLDEST.toSeconds())
                .destinationConfig(CfnEventSourceMapping.DestinationConfigProperty.builder()
                        .onFailure(CfnEventSourceMapping.OnFailureProperty.builder()
                                .destination(failures.arn()).build())
                        .build())
                .build();
    }
}
