package basics.counts;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * A record of the stream of the events table, as far as counting needs it ("Record", Amazon DynamoDB Streams API
 * Reference). Whatever is missing or of another type is null: the record then isn't understood, and none is lost silently.
 *
 * @param sequenceNumber its place in the stream
 * @param id {@code eventID}, the same at each delivery
 * @param type {@code INSERT}, {@code MODIFY} or {@code REMOVE}
 * @param arrival when the stream got it ({@code ApproximateCreationDateTime}), in whole epoch seconds
 * @param event the partition key
 * @param timestamp the sort key
 * @param hasOldImage whether it says what the item was before
 * @param expiredAt {@code expires_at} of the item before, in epoch seconds
 */
public record StreamRecord(@Nullable String sequenceNumber, @Nullable String id, @Nullable String type,
        @Nullable Long arrival, @Nullable String event, @Nullable String timestamp, boolean hasOldImage,
        @Nullable BigDecimal expiredAt) {

    /** The record as DynamoDB's {@code GetRecords} returns it. Lambda delivers the same one. */
    public static StreamRecord of(Record record) {
        var change = record.dynamodb();
        if (change == null) {
            return new StreamRecord(null, record.eventID(), record.eventNameAsString(), null, null, null, false, null);
        }
        var arrival = change.approximateCreationDateTime();
        return new StreamRecord(change.sequenceNumber(), record.eventID(), record.eventNameAsString(),
                arrival == null ? null : arrival.getEpochSecond(), text(change.keys().get(CountedEvent.EVENT)),
                text(change.keys().get(CountedEvent.TIMESTAMP)), change.hasOldImage(),
                number(change.oldImage().get(CountedEvent.EXPIRES_AT)));
    }

    private static @Nullable String text(@Nullable AttributeValue value) {
        return value == null ? null : value.s();
    }

    private static @Nullable BigDecimal number(@Nullable AttributeValue value) {
        return value == null || value.n() == null ? null : new BigDecimal(value.n());
    }
}
