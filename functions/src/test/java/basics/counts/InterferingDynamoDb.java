package basics.counts;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** DynamoDB Local, of whose transactions some are refused or lost, or whose answers are lost. */
final class InterferingDynamoDb implements DynamoDbClient {
    private final DynamoDbClient client;
    private final Random random;
    private final AtomicInteger left;

    /** @param most how many transactions don't go well */
    InterferingDynamoDb(DynamoDbClient client, Random random, int most) {
        this.client = client;
        this.random = random;
        left = new AtomicInteger(most);
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        if (left.getAndDecrement() <= 0) {
            return client.transactWriteItems(request);
        }
        switch (random.nextInt(5)) {
            case 0 -> throw cancelled("TransactionConflict", "None");
            case 1 -> throw cancelled("None", "ThrottlingError");
            case 2 -> throw cancelled("None", "ValidationError");
            case 3 -> throw lost();
            default -> {
                client.transactWriteItems(request);
                throw lost();
            }
        }
    }

    private static TransactionCanceledException cancelled(String... codes) {
        return TransactionCanceledException.builder().statusCode(400).cancellationReasons(
                List.of(codes).stream().map(code -> CancellationReason.builder().code(code).build()).toList()).build();
    }

    private static SdkClientException lost() {
        return SdkClientException.create("lost", new IOException("lost"));
    }

    @Override
    public String serviceName() {
        return client.serviceName();
    }

    @Override
    public void close() {}
}
