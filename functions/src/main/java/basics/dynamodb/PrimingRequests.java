package basics.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import basics.http.Priming;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.utils.IoUtils;

/**
 * Makes the requests of {@link Priming} harmless, whatever a handler sends. No write can succeed, and no scan finds
 * anything. Every key gets a suffix that no operation accepts. So a read never finds a real item, even one with the key
 * of the contract's example. A request of any other kind is not sent, and fails the priming.
 *
 * <p>Every other response of DynamoDB is replaced by a successful one, so that the code after a success is primed too.
 */
final class PrimingRequests implements ExecutionInterceptor {
    /** A condition that is false for every item, existing or not. */
    private static final String NEVER = "attribute_exists(priming) AND attribute_not_exists(priming)";
    /** The maximum (Amazon DynamoDB API Reference, Scan), so that at most a millionth of a table is read. */
    private static final int SEGMENTS = 1_000_000;
    /** The suffix of keys. It begins with a control character, which the operations refuse in a key. */
    private static final String ENDING = "\u001fpriming";
    private static final AttributeValue NO_NUMBER = AttributeValue.fromN("-8.1737E-119");
    private static final String CAPACITY = "\"ConsumedCapacity\": {\"TableName\": \"priming\", \"CapacityUnits\": 1}";

    private final String example;

    /** @param example an item in the JSON of DynamoDB's API */
    PrimingRequests(String example) {
        this.example = example;
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        return Priming.isRunning() ? withoutEffect(context.request()) : context.request();
    }

    @Override
    public SdkHttpResponse modifyHttpResponse(Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        return Priming.isSucceeding()
                ? context.httpResponse().toBuilder().statusCode(200).removeHeader("x-amz-crc32")
                        .removeHeader("Content-Length").build()
                : context.httpResponse();
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(Context.ModifyHttpResponse context,
            ExecutionAttributes attributes) {
        if (!Priming.isSucceeding()) {
            return context.responseBody();
        }
        // Reads the response to its end, so that the connection is closed.
        context.responseBody().ifPresent(IoUtils::drainInputStream);
        return Optional.of(new ByteArrayInputStream(success(context.request()).getBytes(UTF_8)));
    }

    private String success(SdkRequest request) {
        var item = "{\"Item\": " + example + "}";
        var page = "{\"Count\": 1, \"ScannedCount\": 1, \"Items\": [" + example + "], " + CAPACITY + "}";
        return switch (request) {
            case GetItemRequest _ -> item;
            case BatchGetItemRequest get -> "{\"Responses\": {\""
                    + String.join("\": [" + example + "], \"", get.requestItems().keySet()) + "\": [" + example + "]}}";
            case TransactGetItemsRequest get -> "{\"Responses\": ["
                    + String.join(", ", Collections.nCopies(get.transactItems().size(), item)) + "]}";
            case QueryRequest _ -> page;
            case ScanRequest _ -> page;
            case UpdateItemRequest _ -> "{\"Attributes\": " + example + ", " + CAPACITY + "}";
            case TransactWriteItemsRequest _ -> "{" + CAPACITY.replace("{", "[{").replace("}", "}]") + "}";
            default -> "{" + CAPACITY + "}";
        };
    }

    private static SdkRequest withoutEffect(SdkRequest request) {
        return switch (request) {
            case GetItemRequest get -> get.toBuilder().key(nobodys(get.key())).build();
            case BatchGetItemRequest get -> {
                var tables = new LinkedHashMap<String, KeysAndAttributes>();
                get.requestItems().forEach((table, keys) -> tables.put(table, keys.toBuilder()
                        .keys(keys.keys().stream().map(PrimingRequests::nobodys).toList()).build()));
                yield get.toBuilder().requestItems(tables).build();
            }
            case TransactGetItemsRequest get -> get.toBuilder().transactItems(get.transactItems().stream()
                    .map(item -> TransactGetItem.builder()
                            .get(item.get().toBuilder().key(nobodys(item.get().key())).build()).build())
                    .toList()).build();
            case QueryRequest query -> query.toBuilder()
                    .expressionAttributeValues(nobodys(query.expressionAttributeValues())).build();
            // Without segments the response would name the key of an item that it doesn't contain.
            case ScanRequest scan -> scan.toBuilder().segment(0).totalSegments(SEGMENTS).filterExpression(NEVER)
                    .build();
            case PutItemRequest put -> put.toBuilder().item(nobodys(put.item()))
                    .conditionExpression(never(put.conditionExpression())).build();
            case UpdateItemRequest update -> update.toBuilder().key(nobodys(update.key()))
                    .conditionExpression(never(update.conditionExpression())).build();
            case DeleteItemRequest delete -> delete.toBuilder().key(nobodys(delete.key()))
                    .conditionExpression(never(delete.conditionExpression())).build();
            case TransactWriteItemsRequest transaction -> transaction.toBuilder()
                    .transactItems(never(transaction.transactItems())).build();
            default -> throw refused(request);
        };
    }

    /** Replaces the values of a key, or of an item, by values that no real item has. */
    private static Map<String, AttributeValue> nobodys(Map<String, AttributeValue> values) {
        var changed = new LinkedHashMap<>(values);
        changed.replaceAll((_, value) -> switch (value.type()) {
            case S -> AttributeValue.fromS(value.s() + ENDING);
            case B -> AttributeValue.fromB(SdkBytes.fromUtf8String(ENDING));
            case N -> NO_NUMBER;
            default -> value;
        });
        return changed;
    }

    private static List<TransactWriteItem> never(List<TransactWriteItem> items) {
        return items.stream().map(item -> {
            var put = item.put();
            if (put == null) {
                throw refused(item);
            }
            return TransactWriteItem.builder().put(put.toBuilder().item(nobodys(put.item()))
                    .conditionExpression(never(put.conditionExpression())).build()).build();
        }).toList();
    }

    /** Keeps the original condition, because DynamoDB refuses names and values that no expression uses. */
    private static String never(@Nullable String condition) {
        return condition == null ? NEVER : "(" + condition + ") AND " + NEVER;
    }

    private static RuntimeException refused(Object request) {
        return new IllegalStateException("Not known to be harmless: " + request.getClass().getName());
    }
}
