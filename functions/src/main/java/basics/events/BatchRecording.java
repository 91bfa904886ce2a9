package basics.events;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import basics.dynamodb.Backoff;
import basics.dynamodb.Capacity;
import basics.dynamodb.Failures;
import basics.http.Errors;
import basics.http.Problem;
import basics.http.Request;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Records a batch of events: all of them, or none. */
record BatchRecording(Recorder recorder, Request request, Capacity capacity) {
    private static final String INTERFERENCE = "Others are writing these events just now, or the table is busy."
            + " Nothing was recorded; try again in a moment.";

    /**
     * Records the events, keyed by their places in the body.
     *
     * @throws Problem 409 with a pointer to each event that was found recorded with other attributes; 503 if conflicts
     *            or throttling last until the function's time is nearly over. Then nothing was recorded by this call, and the
     *            whole batch may be sent again
     */
    void record(Map<Integer, NewEvent> events) {
        var left = new LinkedHashMap<>(events);
        var shards = recorder.shards().enter();
        left.replaceAll((_, event) -> event.spreadOver(shards));
        var elsewhere = recorder.others().read(left.values(), request, capacity);
        drop(left, event -> elsewhere.get(event.key()));
        var conflicts = 0;
        while (!left.isEmpty()) {
            try {
                write(List.copyOf(left.values()));
                return;
            } catch (TransactionCanceledException e) {
                var before = left.size();
                dropRecorded(left, e.cancellationReasons());
                if (before == left.size()) {
                    refuseUnlessPassing(e);
                    Backoff.pause(++conflicts, request.remainingMillis(), INTERFERENCE);
                }
            }
        }
    }

    private void write(List<NewEvent> events) {
        var response = recorder.client().transactWriteItems(TransactWriteItemsRequest.builder()
                .transactItems(events.stream().map(this::put).toList())
                .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)
                .build());
        response.consumedCapacity().forEach(capacity::write);
    }

    private TransactWriteItem put(NewEvent event) {
        return TransactWriteItem.builder().put(Put.builder()
                .tableName(recorder.table())
                .item(event.item())
                .conditionExpression(Recorder.UNLESS_RECORDED)
                .expressionAttributeNames(Recorder.NAMES)
                .expressionAttributeValues(Recorder.values(event))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build()).build();
    }

    /** Drops the events that are recorded already. DynamoDB gives the reasons in the order of the events. */
    private static void dropRecorded(Map<Integer, NewEvent> left, List<CancellationReason> reasons) {
        var inOrder = reasons.iterator();
        drop(left, _ -> {
            var reason = inOrder.next();
            return "ConditionalCheckFailed".equals(reason.code()) ? reason.item() : null;
        });
    }

    /** @param stored an event as it is recorded, or null; asked once for each event, in their order */
    private static void drop(Map<Integer, NewEvent> left,
            Function<NewEvent, @Nullable Map<String, AttributeValue>> stored) {
        var errors = new Errors();
        for (var events = left.entrySet().iterator(); events.hasNext();) {
            var event = events.next();
            var recorded = stored.apply(event.getValue());
            if (recorded != null && event.getValue().isRecordedAs(recorded)) {
                events.remove();
            } else if (recorded != null) {
                errors.at("/events/" + event.getKey(), "is recorded already, with other attributes");
            }
        }
        if (!errors.isEmpty()) {
            throw errors.problem(409, "Events of the batch are recorded already, with other attributes."
                    + " Nothing was recorded.");
        }
    }

    /**
     * Throws the exception again unless a retry may succeed. The SDK doesn't retry these, as it sees only a cancelled
     * transaction.
     */
    private static void refuseUnlessPassing(TransactionCanceledException e) {
        if (!Failures.isPassing(e)) {
            throw e;
        }
    }
}
