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
import basics.embedded.template.Json;

/** Reads DynamoDB Local without a connection: an idle stream is asked again and again. */
final class LocalStreamReader implements StreamReader {
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
     * @param stream
     *            gives the ARN that DynamoDB Local has for it
     * @param used
     *            is told that the grants are used
     */
    LocalStreamReader(LocalDynamoDBRequestHandler dynamoDb, Supplier<String> stream, Changed changed, Runnable used) {
        this.dynamoDb = dynamoDb;
        this.stream = stream;
        this.changed = changed;
        this.used = used;
    }

    @Override
    public List<Shard> shards() {
        used.run();
        var description = told(() -> dynamoDb.describeStream(Tables.SHARED, Tables.SHARED,
                new DescribeStreamRequest().withStreamArn(stream.get()))).path("StreamDescription");
        return Json.list(description.path("Shards")).stream()
                .map(shard -> new Shard(shard.path("ShardId").asText(), shard.path("ParentShardId").asText("")))
                .toList();
    }

    @Override
    public String oldest(String shard) {
        return iterator(new GetShardIteratorRequest().withShardIteratorType("TRIM_HORIZON"), shard);
    }

    @Override
    public Optional<String> last(String shard) {
        var last = Optional.<String>empty();
        var next = Optional.of(oldest(shard));
        while (next.isPresent()) {
            var page = records(shard, next.get());
            if (page.records().isEmpty()) {
                break;
            }
            last = Optional.of(page.records().getLast().path("dynamodb").path("SequenceNumber").asText());
            next = page.next();
        }
        return last;
    }

    @Override
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
     * DynamoDB Local counts the records of all streams together, and refuses an iterator of a shard that was empty
     * when its first record comes behind others' ones: so it takes what it asked for as trimmed. All that is left is unread
     * then, as it is where records were trimmed indeed.
     */
    @Override
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

    @Override
    public long writes() {
        return changed.count();
    }

    @Override
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
