package basics.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import basics.dynamodb.FailingDynamoDb;
import basics.testing.Answer;
import basics.testing.Call;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class UsersFailureTest {
    /** The same limit as in the functions' client. */
    private static final int ATTEMPTS = 3;
    private final FailingDynamoDb dynamoDb;
    private final Call call = Call.of().path("email", "ada@example.com");

    UsersFailureTest() throws IOException {
        dynamoDb = new FailingDynamoDb();
    }

    @AfterEach
    void close() {
        dynamoDb.close();
    }

    private Answer read(DynamoDbClient client) {
        return call.to(new ReadUser(UserCalls.setup(client, "users", InstantSource.system())));
    }

    private static void assertTryAgain(Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.body())
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Service Unavailable\",\"status\":503,"
                        + "\"detail\":\"The service is busy. Try again in a moment.\",\"instance\":\"request-1\"}");
    }

    @ParameterizedTest
    @CsvSource({"400, ProvisionedThroughputExceededException", "400, ThrottlingException", "400, RequestLimitExceeded",
        "500, InternalServerError", "503, ServiceUnavailable"})
    void shouldAskForARetryWhenDynamoDbIsBusyOrBroken(int status, String code) {
        assertTryAgain(read(dynamoDb.always(status, code).client()));

        assertThat(dynamoDb.requests()).isEqualTo(ATTEMPTS);
        assertThat(call.log().lines().getFirst())
                .contains("dynamodb_error=" + code, "dynamodb_status=" + status, "dynamodb_request=DYNAMODB1")
                .doesNotContain(FailingDynamoDb.SECRET);
        assertThat(call.log().lines().getLast()).contains("operation=ReadUser", "status=503");
    }

    @Test
    void shouldAskForARetryWhenDynamoDbIsUnreachable() {
        var client = dynamoDb.client();
        dynamoDb.close();

        assertTryAgain(read(client));

        assertThat(call.log().lines().getFirst()).contains("caused_by=java.net.ConnectException");
    }

    /** The SDK's parser fails at such a name with an {@code IOException}, like a network failure. */
    @Test
    void shouldNotAskForARetryWhenAResponseCannotBeParsed() {
        var item = "{\"email\":{\"S\":\"ada@example.com\"},\"" + "n".repeat(70_000) + "\":{\"BOOL\":true}}";

        for (var body : List.of("{\"Count\":1,\"Items\":[" + item + "]}", "<html></html>")) {
            var answer = read(dynamoDb.answering(body).client());

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.header("Retry-After")).isNull();
        }
    }

    @Test
    void shouldAskForARetryWhenAResponseBreaksOff() {
        assertTryAgain(read(dynamoDb.answering("{\"Count\":1,\"Items\":[{").client()));
        assertTryAgain(read(dynamoDb.answeringPart("{\"Count\":1,\"Items\":[{").client()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AccessDeniedException", "ResourceNotFoundException", "UnrecognizedClientException",
        "ValidationException", "ConditionalCheckFailedException", "ItemCollectionSizeLimitExceededException"})
    void shouldHideAnInternalErrorAndLogItsCode(String code) {
        var answer = read(dynamoDb.always(400, code).client());

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.header("Retry-After")).isNull();
        assertThat(answer.text("detail"))
                .isEqualTo("Something went wrong on our side. Quote the instance when you report it.");
        assertThat(answer.body()).doesNotContain(code, "arn:", "ada@example.com");
        assertThat(dynamoDb.requests()).isEqualTo(1);
        assertThat(call.log().lines()).hasSize(2)
                .noneMatch(line -> line.contains("arn:") || line.contains("ada@example.com") || line.contains("\n"));
        assertThat(call.log().lines().getFirst()).startsWith("ERROR dynamodb_error=" + code);
    }
}
