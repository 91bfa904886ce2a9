package basics.infra.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import basics.infra.Synthesised;

class KeepCountsTest {

    private static final String FUNCTION = "AWS::Lambda::Function";
    private static final String QUEUE = "AWS::SQS::Queue";
    private static final String MAPPING = "AWS::Lambda::EventSourceMapping";

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldReceiveTheChangesOfEvents(String environment) {
        // Given
        var synthesised = Synthesised.of(environment);

        // When
        var mapping = mapping(environment);

        // Then
        assertThat(synthesised.resources(MAPPING)).hasSize(1);
        assertThat(Synthesised.text(mapping.path("EventSourceArn")))
                .isEqualTo("${" + synthesised.id("AWS::DynamoDB::Table", "Events") + ".StreamArn}");
        assertThat(Synthesised.text(mapping.path("FunctionName")))
                .isEqualTo("${" + synthesised.id(FUNCTION, "KeepCounts") + "}");
        assertThat(mapping.path("StartingPosition").asText()).isEqualTo("TRIM_HORIZON");
        assertThat(mapping.path("BatchSize").asInt()).isEqualTo(500);
        assertThat(mapping.path("MaximumBatchingWindowInSeconds").asInt()).isOne();
        assertThat(mapping.path("Enabled").asBoolean(true)).isTrue();
    }

    /** A record that can't be counted holds up no other, and is not lost. */
    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldGiveUpSingleRecordsAfterAWhile(String environment) {
        // Given
        var queue = Synthesised.of(environment).id(QUEUE, "KeepCounts");

        // When
        var mapping = mapping(environment);

        // Then
        assertThat(mapping.path("FunctionResponseTypes")).extracting(JsonNode::asText)
                .containsExactly("ReportBatchItemFailures");
        assertThat(mapping.path("BisectBatchOnFunctionError").asBoolean()).isTrue();
        assertThat(mapping.path("MaximumRetryAttempts").asInt()).isEqualTo(10);
        assertThat(mapping.path("MaximumRecordAgeInSeconds").asInt()).isEqualTo(6 * 60 * 60);
        assertThat(Synthesised.text(mapping.at("/DestinationConfig/OnFailure/Destination")))
                .isEqualTo("${" + queue + ".Arn}");
    }

    /** Lambda checks the role as it creates the mapping. The policies are part of the role, so they are there first. */
    @Test
    void shouldReadTheStreamOnlyWhenItsRoleMay() {
        // Given
        var dev = Synthesised.of("dev");

        // When
        var function = dev.resource(FUNCTION, "KeepCounts").getValue();

        // Then
        assertThat(function.path("DependsOn")).extracting(JsonNode::asText)
                .containsExactly(dev.id("AWS::IAM::Role", "KeepCounts"));
        assertThat(dev.properties("AWS::IAM::Role", "KeepCounts").path("Policies").findValuesAsText("PolicyName"))
                .containsExactly("data", "failures", "logs", "stream");
    }

    /** Nobody waits for its start, and the shards of the stream limit its concurrency. */
    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldRunWithoutSnapshotOrReservation(String environment) {
        // When
        var function = Synthesised.of(environment).properties(FUNCTION, "KeepCounts");

        // Then
        assertThat(function.path("Handler").asText()).isEqualTo("basics.counts.KeepCounts");
        assertThat(function.path("Timeout").asInt()).isEqualTo(60);
        assertThat(function.has("SnapStart")).isFalse();
        assertThat(function.has("ReservedConcurrentExecutions")).isFalse();
        assertThat(function.path("Code"))
                .isEqualTo(Synthesised.of(environment).properties(FUNCTION, "FunctionsQueryEvents").path("Code"));
    }

    @Test
    void shouldKnowOnlyTheTableOfCounts() {
        // Given
        var prod = Synthesised.of("prod");

        // When, then
        assertThat(prod.variables("KeepCounts")).isEqualTo(Map.of("COUNTS_TABLE",
                "${" + prod.id("AWS::DynamoDB::Table", "Counts") + "}", "URL_SUFFIX", "${AWS::URLSuffix}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldKeepFailuresEncryptedForTwoWeeks(String environment) {
        // Given
        var synthesised = Synthesised.of(environment);

        // When
        var queue = synthesised.resource(QUEUE, "KeepCounts");

        // Then
        var properties = queue.getValue().path("Properties");
        assertThat(properties.path("MessageRetentionPeriod").asInt()).isEqualTo(14 * 24 * 60 * 60);
        assertThat(properties.path("SqsManagedSseEnabled").asBoolean()).isTrue();
        assertThat(properties.has("KmsMasterKeyId")).isFalse();
        assertThat(queue.getValue().path("DeletionPolicy").asText()).isEqualTo("Delete");
    }

    /** Apart from this denial, only identities of the account with a permission of their own reach the queue. */
    @Test
    void shouldRefuseCallersOfTheQueueWithoutTls() {
        // Given
        var prod = Synthesised.of("prod");

        // When
        var policy = prod.properties("AWS::SQS::QueuePolicy", "KeepCounts");

        // Then
        assertThat(policy.path("Queues")).extracting(Synthesised::text)
                .containsExactly("${" + prod.id(QUEUE, "KeepCounts") + "}");
        assertThat(policy.at("/PolicyDocument/Statement")).singleElement().satisfies(statement -> {
            assertThat(statement.path("Effect").asText()).isEqualTo("Deny");
            assertThat(statement.path("Action").asText()).isEqualTo("sqs:*");
            assertThat(statement.at("/Principal/AWS").asText()).isEqualTo("*");
            assertThat(statement.at("/Condition/Bool/aws:SecureTransport").asText()).isEqualTo("false");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldRaiseAnAlarmWhenTheQueueIsNotEmpty(String environment) {
        // Given
        var queue = Synthesised.of(environment).id(QUEUE, "KeepCounts");

        // When
        var alarm = alarm(environment, "NotCounted");

        // Then
        assertThat(alarm.path("Namespace").asText()).isEqualTo("AWS/SQS");
        assertThat(alarm.path("MetricName").asText()).isEqualTo("ApproximateNumberOfMessagesVisible");
        assertThat(Synthesised.text(alarm.at("/Dimensions/0/Value"))).isEqualTo("${" + queue + ".QueueName}");
        assertThat(alarm.path("Threshold").asInt()).isZero();
        assertThat(alarm.path("AlarmDescription").asText()).contains("mvn -Preplay", "mvn -Prepair");
    }

    /** The metric is in milliseconds (Lambda Developer Guide, "Types of metrics for Lambda functions"). */
    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldRaiseAnAlarmWhenCountsAreLate(String environment) {
        // Given
        var function = Synthesised.of(environment).id(FUNCTION, "KeepCounts");

        // When
        var alarm = alarm(environment, "Late");

        // Then
        assertThat(alarm.path("Namespace").asText()).isEqualTo("AWS/Lambda");
        assertThat(alarm.path("MetricName").asText()).isEqualTo("IteratorAge");
        assertThat(Synthesised.text(alarm.at("/Dimensions/0/Value"))).isEqualTo("${" + function + "}");
        assertThat(alarm.path("Threshold").asInt()).isEqualTo(15 * 60 * 1000);
        assertThat(alarm.path("AlarmDescription").asText()).contains("15 minutes", "6 hours");
    }

    /** While Lambda throttles the function, or its mapping is disabled, no metric of its calls has data. */
    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldRaiseAnAlarmWhenTheFunctionIsNotCalled(String environment) {
        // Given
        var synthesised = Synthesised.of(environment);

        // When
        var alarm = alarm(environment, "NotCalled");

        // Then
        assertThat(alarm.path("Metrics")).hasSize(3);
        assertThat(alarm.path("Metrics").findValuesAsText("Expression"))
                .containsExactly("IF(FILL(writes, 0) > 0 AND FILL(calls, 0) < 1, 1, 0)");
        assertMetric(metric(alarm, "writes"), "AWS/DynamoDB", "ConsumedWriteCapacityUnits",
                synthesised.id("AWS::DynamoDB::Table", "Events"));
        assertMetric(metric(alarm, "calls"), "AWS/Lambda", "Invocations", synthesised.id(FUNCTION, "KeepCounts"));
        assertThat(alarm.path("Threshold").asInt()).isZero();
        assertThat(alarm.path("EvaluationPeriods").asInt()).isEqualTo(12);
        assertThat(alarm.path("DatapointsToAlarm").asInt()).isEqualTo(3);
        assertThat(alarm.path("AlarmDescription").asText()).contains("Throttles", "disabled", "6 hours");
    }

    private static JsonNode metric(JsonNode alarm, String id) {
        return StreamSupport.stream(alarm.path("Metrics").spliterator(), false)
                .filter(metric -> metric.path("Id").asText().equals(id)).findFirst().orElseThrow();
    }

    private static void assertMetric(JsonNode metric, String namespace, String name, String resource) {
        assertThat(metric.path("ReturnData").asBoolean(true)).isFalse();
        assertThat(metric.at("/MetricStat/Metric/Namespace").asText()).isEqualTo(namespace);
        assertThat(metric.at("/MetricStat/Metric/MetricName").asText()).isEqualTo(name);
        assertThat(Synthesised.text(metric.at("/MetricStat/Metric/Dimensions/0/Value")))
                .isEqualTo("${" + resource + "}");
        assertThat(metric.at("/MetricStat/Stat").asText()).isEqualTo("Sum");
        assertThat(metric.at("/MetricStat/Period").asInt()).isEqualTo(300);
    }

    /** Each of the two alarms is of the highest value in five minutes. */
    @ParameterizedTest
    @ValueSource(strings = {"NotCounted", "Late"})
    void shouldRaiseAlarmsSoon(String id) {
        var alarm = alarm("prod", id);

        assertThat(alarm.path("Statistic").asText()).isEqualTo("Maximum");
        assertThat(alarm.path("Period").asInt()).isEqualTo(300);
        assertThat(alarm.path("EvaluationPeriods").asInt()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldBeQuietWhileNothingHappens(String environment) {
        assertThat(Synthesised.of(environment).resources("AWS::CloudWatch::Alarm")).hasSize(3)
                .allSatisfy((_, alarm) -> {
                    var properties = alarm.path("Properties");
                    assertThat(properties.path("ComparisonOperator").asText()).isEqualTo("GreaterThanThreshold");
                    assertThat(properties.path("TreatMissingData").asText()).isEqualTo("notBreaching");
                    assertThat(properties.path("AlarmDescription").asText()).endsWith("See docs/operating.md.");
                });
    }

    private static JsonNode mapping(String environment) {
        return Synthesised.of(environment).properties(MAPPING, "KeepCounts");
    }

    private static JsonNode alarm(String environment, String id) {
        return Synthesised.of(environment).properties("AWS::CloudWatch::Alarm", "KeepCountsAlarms" + id);
    }
}
