package basics.upkeep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import basics.counts.StreamRecord;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * The records of a failed batch that the stream still has.
 *
 * @param gone how many more the batch had: a stream keeps a record for 24 hours
 */
record StreamRecords(List<StreamRecord> records, int gone) {
    /** Between two questions, when the first brought nothing. */
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /**
     * How often in a row a shard may answer without records, which takes a minute. Pages without records are usual before
     * those that have some. A shard that is still written to never says that it has no more.
     */
    private static final int MOST_EMPTY_PAGES = 60;

    static StreamRecords of(FailedBatch batch, DynamoDbStreamsClient streams, Pause pause) {
        var found = found(batch, streams, pause);
        return new StreamRecords(found, Math.max(0, batch.size() - found.size()));
    }

    private static List<StreamRecord> found(FailedBatch batch, DynamoDbStreamsClient streams, Pause pause) {
        try {
            return fromFirst(batch, streams, pause);
        } catch (ResourceNotFoundException _) {
            // The shard or the stream is gone with all of its records.
            return List.of();
        }
    }

    private static List<StreamRecord> fromFirst(FailedBatch batch, DynamoDbStreamsClient streams, Pause pause) {
        try {
            return read(batch, streams, of(batch).shardIteratorType(ShardIteratorType.AT_SEQUENCE_NUMBER)
                    .sequenceNumber(batch.first()).build(), pause);
        } catch (TrimmedDataAccessException _) {
            // From the oldest record that there is.
            return read(batch, streams, of(batch).shardIteratorType(ShardIteratorType.TRIM_HORIZON).build(), pause);
        }
    }

    private static GetShardIteratorRequest.Builder of(FailedBatch batch) {
        return GetShardIteratorRequest.builder().streamArn(batch.stream()).shardId(batch.shard());
    }

    private static List<StreamRecord> read(FailedBatch batch, DynamoDbStreamsClient streams,
            GetShardIteratorRequest start, Pause pause) {
        var records = new ArrayList<StreamRecord>();
        var emptyPages = 0;
        var iterator = Optional.ofNullable(streams.getShardIterator(start).shardIterator());
        while (iterator.isPresent() && emptyPages < MOST_EMPTY_PAGES) {
            var next = iterator.get();
            var page = streams.getRecords(of -> of.shardIterator(next));
            page.records().stream().filter(record -> batch.contains(number(record))).map(StreamRecord::of)
                    .forEach(records::add);
            if (ends(batch, page)) {
                return records;
            }
            iterator = Optional.ofNullable(page.nextShardIterator());
            if (page.records().isEmpty() && iterator.isPresent()) {
                emptyPages++;
                pause.of(PAUSE);
            } else {
                emptyPages = 0;
            }
        }
        return records;
    }

    private static boolean ends(FailedBatch batch, GetRecordsResponse page) {
        return page.records().stream().anyMatch(record -> batch.ends(number(record)));
    }

    private static String number(Record record) {
        return record.dynamodb().sequenceNumber();
    }
}
