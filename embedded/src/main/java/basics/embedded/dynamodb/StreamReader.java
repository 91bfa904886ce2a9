package basics.embedded.dynamodb;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

import com.amazonaws.AmazonServiceException;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.shared.mapper.DynamoDBObjectMapper;
import com.amazonaws.services.dynamodbv2.model.DescribeStreamRequest;
import com.amazonaws.services.dynamodbv2.model.GetRecordsRequest;
import com.amazonaws.services.dynamodbv2.model.GetShardIteratorRequest;
import com.fasterxml.jackson.databind.JsonNode;

import basics.embedded.dynamodb.Changes.Changed;
import basics.embedded.iam.Access;
import basics.embedded.template.Json;

/**
 * Reads the stream of a table in the name of a function, without a connection: an idle stream is asked again and again.
 * What it reads counts as use of the function's grants.
 */
public final class StreamReader {
    /** The most that one call gives (Amazon DynamoDB API Reference, "GetRecords"). */
    private static final int PAGE = 1_000;
    private static final String TRIMMED = "TrimmedDataAccessException";
    /** Would warn, in two lines at each start, that no JAXB is there, which it can do without. A constant, so that it stays so. */
    private static final Logger ENCODING = Logger.getLogger("com.amazonaws.util.Base64");

    static {
        ENCODING.setLevel(Level.SEVERE);
    }

    private final LocalDynamoDBRequestHandler dynamoDb;
    private final Supplier<String> stream;
    private final Changed changed;
    private final Runnable used;
    private final DynamoDBObjectMapper mapper = new DynamoDBObjectMapper();

    /**
     * What Lambda calls, and so wants a role to allow (Lambda Developer Guide, "Process DynamoDB records with Lambda").
     *
     * @param stream
     *            its ARN in the template
     */
    public static List<Access> needs(String stream) {
        return List.of(new Access("dynamodb:DescribeStream", stream), new Access("dynamodb:GetShardIterator", stream),
                new Access("dynamodb:GetRecords", stream),
                // It takes no resource (Service Authorization Reference, "Amazon DynamoDB").
                new Access("dynamodb:ListStreams", "*"));
    }

    /**
     * A part of the stream.
     *
     * @param parent
     *            which has to be read before; empty for none
     */
    public record Shard(String id, String parent) {}

    /**
     * Some records, in the JSON of DynamoDB's API.
     *
     * @param next
     *            reads on; empty at the end of a shard that is closed
     */
    public record Page(List<JsonNode> records, Optional<String> next) {}

    /**
     * @param stream
     *            gives the ARN that DynamoDB Local has for it
     * @param used
     *            is told that the grants are used
     */
    StreamReader(LocalDynamoDBRequestHandler dynamoDb, Supplier<String> stream, Changed changed, Runnable used) {
        this.dynamoDb = dynamoDb;
        this.stream = stream;
        this.changed = changed;
        this.used = used;
    }

    /**
     * Those that there are now.
     *
     * @throws RefusedRead
     *             when the table is gone, as from the other methods
     */
    public List<Shard> shards() {
        used.run();
        var description = told(() -> dynamoDb.describeStream(Tables.SHARED, Tables.SHARED,
                new DescribeStreamRequest().withStreamArn(stream.get()))).path("StreamDescription");
        return Json.list(description.path("Shards")).stream()
                .map(shard -> new Shard(shard.path("ShardId").asText(), shard.path("ParentShardId").asText("")))
                .toList();
    }

    /** Begins to read a shard with the oldest record that is left. */
    public String oldest(String shard) {
        return iterator(new GetShardIteratorRequest().withShardIteratorType("TRIM_HORIZON"), shard);
    }

    /** Begins to read a shard with what is written from now on, behind all that there is. */
    public String latest(String shard) {
        var iterator = oldest(shard);
        while (true) {
            var page = records(shard, iterator);
            if (page.records().isEmpty() || page.next().isEmpty()) {
                return iterator;
            }
            iterator = page.next().get();
        }
    }

    /** Goes on behind a record; with the oldest that is left, when that one is gone. */
    public String after(String shard, String sequenceNumber) {
        try {
            return iterator(new GetShardIteratorRequest().withShardIteratorType("AFTER_SEQUENCE_NUMBER")
                    .withSequenceNumber(sequenceNumber), shard);
        } catch (RefusedRead gone) {
            if (isTrimmed(gone)) {
                return oldest(shard);
            }
            throw gone;
        }
    }

    private String iterator(GetShardIteratorRequest request, String shard) {
        return told(() -> dynamoDb.getShardIterator(Tables.SHARED, Tables.SHARED,
                request.withStreamArn(stream.get()).withShardId(shard))).path("ShardIterator").asText();
    }

    /**
     * Reads on. DynamoDB Local counts the records of all streams together, and refuses an iterator of a shard that was empty
     * when its first record comes behind others' ones: so it takes what it asked for as trimmed. All that is left is unread
     * then, as it is where records were trimmed indeed.
     */
    public Page records(String shard, String iterator) {
        try {
            return page(iterator);
        } catch (RefusedRead trimmed) {
            if (!isTrimmed(trimmed)) {
                throw trimmed;
            }
            return page(oldest(shard));
        }
    }

    private Page page(String iterator) {
        var answer = told(() -> dynamoDb.getRecords(Tables.SHARED, Tables.SHARED,
                new GetRecordsRequest().withShardIterator(iterator).withLimit(PAGE)));
        return new Page(Json.list(answer.path("Records")),
                Optional.ofNullable(answer.path("NextShardIterator").textValue()));
    }

    private static boolean isTrimmed(RefusedRead refusal) {
        return String.valueOf(refusal.getMessage()).startsWith(TRIMMED);
    }

    /** How often the table was written, to be asked before a call that is waited for after. */
    public long writes() {
        return changed.count();
    }

    /** Waits for a write beside those counted, but not longer than that: items also expire. */
    public void await(long writes, Duration longest) throws InterruptedException {
        changed.await(writes, longest);
    }

    private JsonNode told(Supplier<Object> call) {
        try {
            return mapper.valueToTree(call.get());
        } catch (AmazonServiceException refusal) {
            throw new RefusedRead(refusal.getErrorCode(), refusal.getErrorMessage(), refusal);
        }
    }
}
