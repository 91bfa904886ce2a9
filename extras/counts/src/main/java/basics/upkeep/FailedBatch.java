package basics.upkeep;

import java.io.IOException;
import java.math.BigInteger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A batch that Lambda gave up, as the message about it says ("Retain discarded records", Lambda Developer Guide, for
 * DynamoDB). It says where the records are and holds none of them.
 *
 * @param receipt for deleting the message
 * @param stream the stream's ARN
 * @param first the sequence number of the first record
 * @param last the sequence number of the last record
 * @param size how many records it had
 * @param from when the first record came, as the message says it
 * @param to when the last record came
 */
record FailedBatch(String receipt, String stream, String shard, BigInteger first, BigInteger last, int size,
        String from, String to) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** @throws Refusal if it is no such message */
    static FailedBatch of(String receipt, String body) {
        try {
            var batch = MAPPER.readTree(body).path("DDBStreamBatchInfo");
            return new FailedBatch(receipt, text(batch, "streamArn"), text(batch, "shardId"),
                    new BigInteger(text(batch, "startSequenceNumber")),
                    new BigInteger(text(batch, "endSequenceNumber")),
                    batch.path("batchSize").asInt(), text(batch, "approximateArrivalOfFirstRecord"),
                    text(batch, "approximateArrivalOfLastRecord"));
        } catch (IOException | NumberFormatException _) {
            throw unknown();
        }
    }

    private static String text(JsonNode batch, String member) {
        if (!batch.path(member).isTextual()) {
            throw unknown();
        }
        return batch.path(member).textValue();
    }

    private static Refusal unknown() {
        return new Refusal(
                "A message in the queue is not of Lambda about a batch of a DynamoDB stream. It stays there.");
    }

    boolean ends(BigInteger sequenceNumber) {
        return sequenceNumber.compareTo(last) >= 0;
    }

    boolean contains(BigInteger sequenceNumber) {
        return sequenceNumber.compareTo(first) >= 0 && sequenceNumber.compareTo(last) <= 0;
    }

    /** In words, for the console. */
    @Override
    public String toString() {
        return "%d records that came from %s to %s".formatted(size, from, to);
    }
}
