package basics.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.amazonaws.services.dynamodbv2.local.main.ServerRunner;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** DynamoDB Local, shared by all tests of a JVM. Each test creates its own tables. */
public final class Tables {
    private static final URI ENDPOINT = start();
    private static final AtomicInteger MADE = new AtomicInteger();

    private final DynamoDbClient client;
    private final List<String> names = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<SdkResponse> responses = new ConcurrentLinkedQueue<>();

    public Tables() {
        client = DynamoDbClient.builder()
                .endpointOverride(ENDPOINT)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(configuration -> configuration.addExecutionInterceptor(new Recording()))
                .build();
    }

    private static URI start() {
        try {
            var port = freePort();
            ServerRunner.createServerFromCommandLineArgs(
                    // One set of tables for all access keys.
                    new String[]{"-inMemory", "-sharedDb", "-disableTelemetry", "-port", Integer.toString(port)})
                    .start();
            return URI.create("http://localhost:" + port);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public DynamoDbClient client() {
        return client;
    }

    public URI endpoint() {
        return ENDPOINT;
    }

    /** DynamoDB's responses so far, in order. */
    public List<SdkResponse> responses() {
        return List.copyOf(responses);
    }

    public void forgetResponses() {
        responses.clear();
    }

    /** Creates a table with text keys, and returns its name. */
    public String make(String partitionKey, String sortKey) {
        return make(table -> table
                .attributeDefinitions(text(partitionKey), text(sortKey))
                .keySchema(key(partitionKey, KeyType.HASH), key(sortKey, KeyType.RANGE)));
    }

    /** As {@link #make(String, String)}, with an index that projects all attributes and has the same sort key. */
    public String make(String partitionKey, String sortKey, String index, String partitionKeyOfIndex) {
        return make(table -> table
                .attributeDefinitions(text(partitionKey), text(sortKey), text(partitionKeyOfIndex))
                .keySchema(key(partitionKey, KeyType.HASH), key(sortKey, KeyType.RANGE))
                .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                        .indexName(index)
                        .keySchema(key(partitionKeyOfIndex, KeyType.HASH), key(sortKey, KeyType.RANGE))
                        .projection(Projection.builder().projectionType(ProjectionType.ALL).build())
                        .build()));
    }

    private String make(Consumer<CreateTableRequest.Builder> keys) {
        var name = "table" + MADE.incrementAndGet();
        client.createTable(table -> keys.accept(table.tableName(name).billingMode(BillingMode.PAY_PER_REQUEST)));
        names.add(name);
        return name;
    }

    /** Gives a table a stream with the old images, as the service's stream of events has. */
    public TableStream stream(String table) {
        var stream = client.updateTable(update -> update.tableName(table).streamSpecification(
                specification -> specification.streamEnabled(true).streamViewType(StreamViewType.OLD_IMAGE)))
                .tableDescription().latestStreamArn();
        return new TableStream(ENDPOINT, stream);
    }

    /** The items of all tables created here, by table. */
    public Map<String, Set<Map<String, AttributeValue>>> contents() {
        return names.stream().collect(Collectors.toMap(name -> name,
                name -> client.scanPaginator(scan -> scan.tableName(name)).items().stream()
                        .collect(Collectors.toSet())));
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder().attributeName(name).attributeType(ScalarAttributeType.S).build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private final class Recording implements ExecutionInterceptor {
        @Override
        public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
            responses.add(context.response());
        }
    }
}
