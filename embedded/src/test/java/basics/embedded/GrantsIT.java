package basics.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import basics.embedded.fixture.Http;
import basics.embedded.fixture.Running;
import basics.embedded.iam.Access;

/** What the role of a function lets it do with the tables. */
class GrantsIT {
    @RegisterExtension
    private static final Running RUNNING = new Running();

    @Test
    void shouldAllowWhatTheRoleGrants() {
        var item = "{\"TableName\": \"%s\", \"Item\": {\"id\": {\"S\": \"1\"}, \"kind\": {\"S\": \"x\"}}}"
                .formatted(RUNNING.table());
        var query = """
            {"TableName": "%s", "IndexName": "by-kind", "KeyConditionExpression": "kind = :k",
             "ExpressionAttributeValues": {":k": {"S": "x"}}}""".formatted(RUNNING.table());

        assertThat(dynamoDb("PutItem", item).statusCode()).isEqualTo(200);
        assertThat(Http.json(dynamoDb("Query", query)).path("Count").asInt()).isEqualTo(1);
        assertThat(RUNNING.embedded().accessLog().used().values().iterator().next()).contains(
                new Access("dynamodb:Query",
                        "arn:aws:dynamodb:us-east-1:000000000000:table/" + RUNNING.table() + "/index/by-kind"));
    }

    @Test
    void shouldTellWhatEachFunctionIsGranted() {
        var things = "arn:aws:dynamodb:us-east-1:000000000000:table/" + RUNNING.table();

        assertThat(RUNNING.embedded().grants()).hasSize(3).allSatisfy((function, grants) -> {
            assertThat(function).matches("Test-(Probe|Hasty|Broken)-\\w{12}");
            assertThat(grants).containsExactlyInAnyOrder(new Access("dynamodb:GetItem", things),
                    new Access("dynamodb:PutItem", things), new Access("dynamodb:Query", things + "/index/*"));
        });
    }

    @Test
    void shouldRefuseWhatTheRoleDoesNotGrantAsDynamoDbDoes() {
        var refused = dynamoDb("Scan", "{\"TableName\": \"%s\"}".formatted(RUNNING.table()));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Http.json(refused).path("__type").asText())
                .isEqualTo("com.amazon.coral.service#AccessDeniedException");
        assertThat(Http.json(refused).path("Message").asText()).matches(
                "User: arn:aws:sts::000000000000:assumed-role/Test-Role-\\w{12}/Test-Probe-\\w{12} is not authorized to "
                        + "perform: dynamodb:Scan on resource: arn:aws:dynamodb:us-east-1:000000000000:table/"
                        + RUNNING.table()
                        + " because no identity-based policy allows the dynamodb:Scan action");
        assertThat(RUNNING.console()).anyMatch(line -> line.startsWith("Probe: User: arn:aws:sts::"));
    }

    @Test
    void shouldRefuseAnUnknownAccessKey() {
        var refused = RUNNING.http().post("/things/1?do=dynamodb&operation=ListTables&key=AKIAIOSFODNN7EXAMPLE",
                "{}".getBytes(StandardCharsets.UTF_8));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("UnrecognizedClientException");
    }

    @Test
    void shouldRefuseTheTokenOfAnotherSession() {
        var refused = RUNNING.http().post("/things/1?do=dynamodb&operation=ListTables&token=another",
                "{}".getBytes(StandardCharsets.UTF_8));

        assertThat(refused.body()).contains("UnrecognizedClientException");
    }

    private static HttpResponse<String> dynamoDb(String operation, String request) {
        return RUNNING.http().post("/things/1?do=dynamodb&operation=" + operation,
                request.getBytes(StandardCharsets.UTF_8));
    }
}
