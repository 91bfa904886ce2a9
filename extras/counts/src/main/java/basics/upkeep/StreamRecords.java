package basics.upkeep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import basics.counts.StreamRecord;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * The records of a failed batch that the stream still has.
 *
 * @param gone whether some are gone: a stream keeps a record for 24 hours
 */
record StreamRecords(List<StreamRecord> records, boolean gone) {

    static StreamRecords of(FailedBatch batch, DynamoDbStreamsClient streams) {
        try {
            return new StreamRecords(read(batch, streams, at(batch)), false);
        } catch (TrimmedDataAccessException _) {
            return rest(batch, streams);
        } catch (ResourceNotFoundException _) {
            // The shard or the stream is gone with all of its records.
            return new StreamRecords(List.of(), true);
        }
    }

    /** From the oldest record that there is. */
    private static StreamRecords rest(FailedBatch batch, DynamoDbStreamsClient streams) {
        try {
            return new StreamRecords(
                    read(batch, streams, of(batch).shardIteratorType(ShardIteratorType.TRIM_HORIZON).build()), true);
        } catch (ResourceNotFoundException _) {
            return new StreamRecords(List.of(), true);
        }
    }

    private static GetShardIteratorRequest at(FailedBatch batch) {
        return of(batch).shardIteratorType(ShardIteratorType.AT_SEQUENCE_NUMBER)
                .sequenceNumber(batch.first()).build();
    }

    private static GetShardIteratorRequest.Builder of(FailedBatch batch) {
        return GetShardIteratorRequest.builder().streamArn(batch.stream()).shardId(batch.shard());
    }

    private static List<StreamRecord> read(FailedBatch batch, DynamoDbStreamsClient streams,
            GetShardIteratorRequest start) {
        var records = new ArrayList<StreamRecord>();
        var iterator = Optional.ofNullable(streams.getShardIterator(start).shardIterator());
        while (iterator.isPresent()) {
            var next = iterator.get();
            var response = streams.getRecords(of -> of.shardIterator(next));
            response.records().stream().filter(record -> batch.contains(number(record)))
                    .map(StreamRecord::of).forEach(records::add);
            if (response.records().stream().anyMatch(record -> batch.ends(number(record)))) {
                return records;
            }
            iterator = Optional.ofNullable(response.nextShardIterator());
        }
        return records;
    }

    private static String number(Record record) {
        return record.dynamodb().sequenceNumber();
    }
}
