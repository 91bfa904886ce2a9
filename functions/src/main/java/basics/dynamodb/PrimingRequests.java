package basics.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import basics.http.Priming;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.utils.IoUtils;

/**
 * Takes their effect from the requests of {@link Priming}, whatever a handler asks for: no write of them can succeed,
 * no scan finds anything. A read by key is left as it is: it finds what the handler asks for, which is to be nobody's.
 * What is not known here is not sent, and fails the priming. So that what follows a success is primed too, some of
 * DynamoDB's answers are replaced on their way to the handler.
 */
final class PrimingRequests implements ExecutionInterceptor {
    /** No item fulfils it, whether it is there or not. */
    private static final String NEVER = "attribute_exists(priming) AND attribute_not_exists(priming)";
    /** The most that there are (Amazon DynamoDB API Reference, Scan): a millionth of a table is read at most. */
    private static final int SEGMENTS = 1_000_000;

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        return Priming.isRunning() ? withoutEffect(context.request()) : context.request();
    }

    @Override
    public SdkHttpResponse modifyHttpResponse(Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        return answer() == null
                ? context.httpResponse()
                : context.httpResponse().toBuilder().statusCode(200).removeHeader("x-amz-crc32")
                        .removeHeader("Content-Length").build();
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(Context.ModifyHttpResponse context,
            ExecutionAttributes attributes) {
        var answer = answer();
        if (answer == null) {
            return context.responseBody();
        }
        // Read to its end, for the connection to be closed.
        context.responseBody().ifPresent(IoUtils::drainInputStream);
        return Optional.of(new ByteArrayInputStream(answer.getBytes(UTF_8)));
    }

    private static @Nullable String answer() {
        return Priming.succeeding() instanceof TableHandler handler ? handler.primingAnswer() : null;
    }

    private static SdkRequest withoutEffect(SdkRequest request) {
        return switch (request) {
            case GetItemRequest get -> get;
            case BatchGetItemRequest get -> get;
            case TransactGetItemsRequest get -> get;
            case QueryRequest query -> query;
            // Without segments the answer would name the key of an item that it doesn't show.
            case ScanRequest scan -> scan.toBuilder().segment(0).totalSegments(SEGMENTS).filterExpression(NEVER)
                    .build();
            case PutItemRequest put -> put.toBuilder().conditionExpression(never(put.conditionExpression())).build();
            case UpdateItemRequest update -> update.toBuilder()
                    .conditionExpression(never(update.conditionExpression())).build();
            case DeleteItemRequest delete -> delete.toBuilder()
                    .conditionExpression(never(delete.conditionExpression())).build();
            case TransactWriteItemsRequest transaction -> transaction.toBuilder()
                    .transactItems(never(transaction.transactItems())).build();
            default -> throw refused(request);
        };
    }

    private static List<TransactWriteItem> never(List<TransactWriteItem> items) {
        return items.stream().map(item -> {
            var put = item.put();
            if (put == null) {
                throw refused(item);
            }
            return TransactWriteItem.builder()
                    .put(put.toBuilder().conditionExpression(never(put.conditionExpression())).build()).build();
        }).toList();
    }

    /** The condition stays, as DynamoDB refuses names and values that no expression uses. */
    private static String never(@Nullable String condition) {
        return condition == null ? NEVER : "(" + condition + ") AND " + NEVER;
    }

    private static RuntimeException refused(Object request) {
        return new IllegalStateException("Not known to be harmless: " + request.getClass().getName());
    }
}
