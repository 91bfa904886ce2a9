package basics.floor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/** One GetItem by the email in the event, without routing, validation, JSON library or logging. */
public final class Floor implements RequestStreamHandler {
    private static final String BEFORE = "\"email\":\"";

    private final DynamoDbClient client = DynamoDbClient.builder()
            .region(Region.of(System.getenv("AWS_REGION")))
            .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    private final String table = System.getenv("USERS_TABLE");

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        var event = new String(input.readAllBytes(), UTF_8);
        var start = event.indexOf(BEFORE) + BEFORE.length();
        var email = event.substring(start, event.indexOf('"', start));
        var item = client.getItem(GetItemRequest.builder()
                .tableName(table)
                .key(Map.of("email", AttributeValue.fromS(email), "char", AttributeValue.fromS(email.substring(0, 1))))
                .build()).item();
        var name = item.get("name");
        var body = "{\\\"name\\\":\\\"" + (name == null ? "" : name.s()) + "\\\"}";
        output.write(("{\"statusCode\":200,\"body\":\"" + body + "\"}").getBytes(UTF_8));
    }
}
