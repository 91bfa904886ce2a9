package basics.embedded.streams;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ObjectNode;

import basics.embedded.lambda.LambdaFunction;
import basics.embedded.template.Json;

/**
 * Records that are delivered no more.
 *
 * @param why
 *            in Lambda's word for it
 * @param deliveries
 *            how often they were delivered
 * @param failure
 *            of the function; empty when it has answered that they have failed
 */
record GivenUp(Mapping mapping, String shard, List<ObjectNode> records, Why why, int deliveries,
        Optional<String> failure) {
    /** Why Lambda gives records up. */
    enum Why {
        RETRY_ATTEMPTS_EXHAUSTED("RetryAttemptsExhausted"), RECORD_AGE_EXCEEDED("RecordAgeExceeded");

        private final String word;

        Why(String word) {
            this.word = word;
        }
    }

    /**
     * The message to a queue, which says where the records are and holds none (Lambda Developer Guide, "Retain discarded
     * records for a DynamoDB event source in Lambda").
     */
    String message(Instant now) {
        var message = Json.MAPPER.createObjectNode();
        message.putObject("requestContext").put("requestId", UUID.randomUUID().toString())
                .put("functionArn", mapping.functionArn()).put("condition", why.word)
                .put("approximateInvokeCount", deliveries);
        if (deliveries > 0) {
            var response = message.putObject("responseContext").put("statusCode", 200)
                    .put("executedVersion", LambdaFunction.LATEST);
            if (failure.isPresent()) {
                response.put("functionError", "Unhandled");
            }
        }
        message.put("version", "1.0").put("timestamp", now.truncatedTo(ChronoUnit.MILLIS).toString());
        message.putObject("DDBStreamBatchInfo").put("shardId", shard)
                .put("startSequenceNumber", Records.sequenceNumber(records.getFirst()))
                .put("endSequenceNumber", Records.sequenceNumber(records.getLast()))
                .put("approximateArrivalOfFirstRecord", Records.written(records.getFirst()).toString())
                .put("approximateArrivalOfLastRecord", Records.written(records.getLast()).toString())
                .put("batchSize", records.size()).put("streamArn", mapping.streamArn());
        return message.toString();
    }

    /** For the console. */
    String line() {
        return "%s: %d %s given up after %d deliveries (%s)%s".formatted(mapping.function().shortName(), records.size(),
                records.size() == 1 ? "record is" : "records are", deliveries, why.word,
                failure.map(reason -> ": " + reason).orElse(""));
    }
}
