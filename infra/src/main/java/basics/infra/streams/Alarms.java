package basics.infra.streams;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.lambda.Function;
import software.constructs.Construct;

/** Tells that counts are off or late. Each alarm says what to do. */
final class Alarms extends Construct {

    private static final Duration LATE = Duration.minutes(15);

    Alarms(Construct scope, Function function, FailureQueue failures) {
        super(scope, "Alarms");
        alarm("NotCounted", failures.waiting(), 0,
                "Some events are not counted. Mend the cause, which the function's log tells, and run mvn -Preplay. The"
                        + " stream keeps their records for 24 hours: for those that it has lost, run mvn -Prepair."
                        + " See docs/operating.md.");
        alarm("Late", function.metric("IteratorAge",
                MetricOptions.builder().period(Duration.minutes(5)).statistic("Maximum").build()),
                LATE.toMilliseconds(),
                "Counts are more than 15 minutes late. The function's log and its metrics Errors, Throttles and Duration"
                        + " tell the cause. Records older than 6 hours go to the failure queue. See docs/operating.md.");
    }

    private void alarm(String id, IMetric metric, Number most, String description) {
        Alarm.Builder.create(this, id)
                .alarmDescription(description)
                .metric(metric)
                .threshold(most)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .evaluationPeriods(1)
                // Neither has data while nothing happens.
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .build();
    }
}
