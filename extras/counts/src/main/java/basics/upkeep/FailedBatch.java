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
record FailedBatch(String receipt, String stream, String shard, String first, String last, int size,
        String from, String to) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** @throws Refusal if it is no such message */
    static FailedBatch of(String receipt, String body) {
        try {
            var batch = MAPPER.readTree(body).path("DDBStreamBatchInfo");
            return new FailedBatch(receipt, text(batch, "streamArn"), text(batch, "shardId"),
                    number(batch, "startSequenceNumber"),
                    number(batch, "endSequenceNumber"),
                    size(batch), text(batch, "approximateArrivalOfFirstRecord"),
                    text(batch, "approximateArrivalOfLastRecord"));
        } catch (IOException _) {
            throw unknown();
        }
    }

    private static String text(JsonNode batch, String member) {
        if (!batch.path(member).isTextual()) {
            throw unknown();
        }
        return batch.path(member).textValue();
    }

    /** A sequence number, with the zeros that it may begin with. */
    private static String number(JsonNode batch, String member) {
        var number = text(batch, member);
        if (!number.matches("\\d+")) {
            throw unknown();
        }
        return number;
    }

    private static int size(JsonNode batch) {
        var size = batch.path("batchSize").asInt();
        if (size < 1) {
            throw unknown();
        }
        return size;
    }

    private static Refusal unknown() {
        return new Refusal(
                "A message in the queue is not of Lambda about a batch of a DynamoDB stream. It stays there.");
    }

    /** Whether its last record is this one, or before it. */
    boolean ends(String sequenceNumber) {
        return new BigInteger(sequenceNumber).compareTo(new BigInteger(last)) >= 0;
    }

    boolean contains(String sequenceNumber) {
        var number = new BigInteger(sequenceNumber);
        return number.compareTo(new BigInteger(first)) >= 0 && number.compareTo(new BigInteger(last)) <= 0;
    }

    /** In words, for the console. */
    @Override
    public String toString() {
        return "%d records that came from %s to %s".formatted(size, from, to);
    }
}
