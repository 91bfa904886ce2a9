package basics.embedded.dynamodb;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import basics.embedded.iam.Access;

/**
 * Reads the stream of a table in the name of a function. What it reads counts as use of the function's grants. Each method
 * that asks DynamoDB throws {@link RefusedRead} when the table is gone.
 */
public interface StreamReader {
    /**
     * A part of the stream.
     *
     * @param parent
     *            which has to be read before; empty for none
     */
    record Shard(String id, String parent) {}

    /**
     * Some records, in the JSON of DynamoDB's API.
     *
     * @param next
     *            reads on; empty at the end of a shard that is closed
     */
    record Page(List<JsonNode> records, Optional<String> next) {}

    /**
     * What Lambda calls, and so wants a role to allow (Lambda Developer Guide, "Process DynamoDB records with Lambda").
     *
     * @param stream
     *            its ARN in the template
     */
    static List<Access> needs(String stream) {
        return List.of(new Access("dynamodb:DescribeStream", stream), new Access("dynamodb:GetShardIterator", stream),
                new Access("dynamodb:GetRecords", stream),
                // It takes no resource (Service Authorization Reference, "Amazon DynamoDB").
                new Access("dynamodb:ListStreams", "*"));
    }

    /** Those that there are now. */
    List<Shard> shards();

    /** Begins to read a shard with the oldest record that is left. */
    String oldest(String shard);

    /** The number of the newest record of a shard; empty when there is none, so that the next is the oldest. */
    Optional<String> last(String shard);

    /** Goes on behind a record; with the oldest that is left, when that one is gone. */
    String after(String shard, String sequenceNumber);

    /** Reads on. */
    Page records(String shard, String iterator);

    /** How often the table was written, to be asked before a call that is waited for after. */
    long writes();

    /** Waits for a write beside those counted, but not longer than that: items also expire. */
    void await(long writes, Duration longest) throws InterruptedException;
}
