package basics.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

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
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** DynamoDB Local, once for all tests of a JVM; each test makes tables of its own. */
public final class Tables {
    public static final String BY_DATE = "by-date";
    private static final URI ENDPOINT = start();
    private static int made;

    private final DynamoDbClient client;
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

    private static synchronized String name(String prefix) {
        return prefix + ++made;
    }

    public DynamoDbClient client() {
        return client;
    }

    public URI endpoint() {
        return ENDPOINT;
    }

    /** What DynamoDB answered so far, in order. */
    public List<SdkResponse> responses() {
        return List.copyOf(responses);
    }

    public void forgetResponses() {
        responses.clear();
    }

    public String users() {
        var name = name("users");
        client.createTable(table -> table.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(text("email"), text("char"))
                .keySchema(key("email", KeyType.HASH), key("char", KeyType.RANGE)));
        return name;
    }

    public String events() {
        var name = name("events");
        client.createTable(table -> table.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(text("event"), text("timestamp"), text("date"))
                .keySchema(key("event", KeyType.HASH), key("timestamp", KeyType.RANGE))
                .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                        .indexName(BY_DATE)
                        .keySchema(key("date", KeyType.HASH), key("timestamp", KeyType.RANGE))
                        .projection(Projection.builder().projectionType(ProjectionType.ALL).build())
                        .build()));
        return name;
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
