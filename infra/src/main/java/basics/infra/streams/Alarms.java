package basics.infra.streams;

import static java.util.Map.entry;

import basics.infra.settings.Ordered;
import basics.infra.tables.EventsTable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.lambda.Function;
import software.constructs.Construct;

/** Tells that counts are off or late. Each alarm says what to do. */
final class Alarms extends Construct {

    private static final Duration LATE = Duration.minutes(15);
    private static final Duration PERIOD = Duration.minutes(5);
    /** Periods of an hour. A table with few writes needs so long to have some in several of them. */
    private static final int AN_HOUR = 12;
    /** A write at the end of a period may be followed by its call in the next one, though hardly three times in an hour. */
    private static final int SEVERAL = 3;

    Alarms(Construct scope, Function function, EventsTable events, FailureQueue failures) {
        super(scope, "Alarms");
        alarm("NotCounted", failures.waiting(),
                "Some events are not counted. Mend the cause, which the function's log tells, and run mvn -Preplay. The"
                        + " stream keeps their records for 24 hours: for those that it has lost, run mvn -Prepair."
                        + " See docs/operating.md.")
                .build();
        alarm("Late", function.metric("IteratorAge",
                MetricOptions.builder().period(PERIOD).statistic("Maximum").build()),
                "Counts are more than 15 minutes late. The function's log and its metrics Errors, Throttles and Duration"
                        + " tell the cause. Records older than 6 hours go to the failure queue. See docs/operating.md.")
                .threshold(LATE.toMilliseconds())
                .build();
        alarm("NotCalled", unlessCalled(function, events.writes(PERIOD)),
                "Events are recorded, but the function that counts them isn't called. Its metric Throttles tells whether"
                        + " Lambda lacks concurrency; otherwise look at the mapping of the stream, which may be disabled."
                        + " Records older than 6 hours go to the failure queue. See docs/operating.md.")
                .evaluationPeriods(AN_HOUR)
                .datapointsToAlarm(SEVERAL)
                .build();
    }

    /**
     * 1 for a period with writes and without calls, else 0. Repeats of recorded events are writes too, though nothing is
     * to be counted then. The age of records can't show this: Lambda reports it when a
     * call has ended (Lambda Developer Guide, "Monitoring with CloudWatch Logs" of DynamoDB streams).
     */
    private static IMetric unlessCalled(Function function, IMetric writes) {
        return MathExpression.Builder.create()
                .expression("IF(FILL(writes, 0) > 0 AND FILL(calls, 0) < 1, 1, 0)")
                .label("Recorded, and not called to count")
                .usingMetrics(Ordered.map(entry("writes", writes), entry("calls",
                        function.metricInvocations(MetricOptions.builder().period(PERIOD).build()))))
                .period(PERIOD)
                .build();
    }

    /** An alarm of a value above 0 in five minutes. */
    private Alarm.Builder alarm(String id, IMetric metric, String description) {
        return Alarm.Builder.create(this, id)
                .alarmDescription(description)
                .metric(metric)
                .threshold(0)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .evaluationPeriods(1)
                // None has data while nothing happens.
                .treatMissingData(TreatMissingData.NOT_BREACHING);
    }
}
