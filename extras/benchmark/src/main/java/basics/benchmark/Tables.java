package basics.benchmark;

import java.net.URI;

import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.component.LifeCycle;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** DynamoDB Local in memory with the service's tables, over plain HTTP and over TLS. */
final class Tables implements AutoCloseable {
    private final LocalDynamoDBRequestHandler local = new LocalDynamoDBRequestHandler(0, true, null, true, false);
    private final Server server = new Server();
    private final ServerConnector http = new ServerConnector(server, new HttpConnectionFactory());
    private final ServerConnector tls;

    Tables(Certificate certificate) throws Exception {
        tls = new ServerConnector(server, new SslConnectionFactory(certificate.server(), "http/1.1"),
                new HttpConnectionFactory());
        http.setHost("localhost");
        tls.setHost("localhost");
        server.addConnector(http);
        server.addConnector(tls);
        server.setHandler(new LocalDynamoDBServerHandler(local, "*"));
        server.start();
        try (var client = client()) {
            client.createTable(table -> table.tableName(Operations.USERS).billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(text("email"), text("char"))
                    .keySchema(key("email", KeyType.HASH), key("char", KeyType.RANGE)));
            client.createTable(table -> table.tableName(Operations.EVENTS).billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(text("event"), text("timestamp"), text("date"))
                    .keySchema(key("event", KeyType.HASH), key("timestamp", KeyType.RANGE))
                    .globalSecondaryIndexes(GlobalSecondaryIndex.builder().indexName(Operations.BY_DATE)
                            .keySchema(key("date", KeyType.HASH), key("timestamp", KeyType.RANGE))
                            .projection(projection -> projection.projectionType(ProjectionType.ALL)).build()));
        }
    }

    URI endpoint(Transport transport) {
        return switch (transport) {
            case HTTP -> URI.create("http://localhost:" + http.getLocalPort());
            case TLS -> URI.create("https://localhost:" + tls.getLocalPort());
        };
    }

    private DynamoDbClient client() {
        return DynamoDbClient.builder().endpointOverride(endpoint(Transport.HTTP)).region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder()).build();
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder().attributeName(name).attributeType(ScalarAttributeType.S).build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
        local.shutdown();
    }
}
