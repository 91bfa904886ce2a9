package basics.upkeep;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A batch that Lambda gave up, as the message about it says ("Retain discarded records", Lambda Developer Guide, for
 * DynamoDB). It says where the records are and holds none of them.
 *
 * @param stream the stream's ARN
 * @param first the sequence number of the first record
 * @param last the sequence number of the last record
 * @param size how many records it had
 * @param from about when the first record came
 * @param to about when the last record came
 */
record FailedBatch(String stream, String shard, String first, String last, int size, Instant from, Instant to) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Reads a message. Empty for one of another kind. */
    static Optional<FailedBatch> of(String message) {
        try {
            var batch = MAPPER.readTree(message).path("DDBStreamBatchInfo");
            var read = new FailedBatch(batch.path("streamArn").asText(), batch.path("shardId").asText(),
                    batch.path("startSequenceNumber").asText(), batch.path("endSequenceNumber").asText(),
                    batch.path("batchSize").asInt(),
                    Instant.parse(batch.path("approximateArrivalOfFirstRecord").asText()),
                    Instant.parse(batch.path("approximateArrivalOfLastRecord").asText()));
            return Optional.of(read).filter(FailedBatch::isWhole);
        } catch (IOException | DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /** A sequence number may begin with zeros. */
    private boolean isWhole() {
        return !stream.isEmpty() && !shard.isEmpty() && first.matches("\\d+") && last.matches("\\d+") && size > 0;
    }

    /** Whether its last record is this one, or before it. */
    boolean ends(String sequenceNumber) {
        return new BigInteger(sequenceNumber).compareTo(new BigInteger(last)) >= 0;
    }

    boolean contains(String sequenceNumber) {
        var number = new BigInteger(sequenceNumber);
        return number.compareTo(new BigInteger(first)) >= 0 && number.compareTo(new BigInteger(last)) <= 0;
    }
}
