package basics.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import basics.embedded.dynamodb.AccessKey;
import basics.embedded.dynamodb.OwnersAccess;
import basics.embedded.fixture.Http;
import basics.embedded.fixture.Signed;
import basics.embedded.fixture.TestAssembly;
import basics.embedded.platform.StartException;

/** The owner of this machine sees and changes the tables with tools of their own; nobody else does. */
class OwnersAccessIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    @TempDir
    private static Path directory;
    private static Path assembly = Path.of("");
    private static Embedded embedded;
    private static OwnersAccess owner;

    @BeforeAll
    static void start() throws IOException {
        assembly = TestAssembly.in(Files.createDirectory(directory.resolve("assembly")));
        embedded = served(Settings.of(assembly));
        owner = embedded.owner();
    }

    @AfterAll
    static void stop() {
        embedded.close();
    }

    @Test
    void shouldAllowTheOwnerWhatNoFunctionMay() throws Exception {
        var table = Http.json(call(owner, "ListTables", "{}")).path("TableNames").path(0).asText();

        assertThat(call(owner, "Scan", "{\"TableName\": \"%s\"}".formatted(table)).body()).contains("\"Count\":0");
        assertThat(call(owner, "CreateTable", """
            {"TableName": "mine", "BillingMode": "PAY_PER_REQUEST",
             "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
             "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}]}""").statusCode()).isEqualTo(200);
        assertThat(call(owner, "ExecuteStatement", "{\"Statement\": \"INSERT INTO mine VALUE {'id': '1'}\"}")
                .statusCode()).isEqualTo(200);
        assertThat(call(owner, "DeleteTable", "{\"TableName\": \"mine\"}").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldNotTakeTheOwnersDoingForAFunctions() throws Exception {
        assertThat(call(owner, "ListTables", "{}").statusCode()).isEqualTo(200);

        assertThat(embedded.accessLog().used()).isEmpty();
    }

    @Test
    void shouldRefuseWhoeverKnowsTheIdWithoutTheSecret() throws Exception {
        var id = owner.key().id();

        assertThat(call(owner, "ListTables", "{}", id, "guessed", "").body()).contains("InvalidSignatureException")
                .doesNotContain("TableNames");
        assertThat(call(owner, "ListTables", "{}", "AKIAIOSFODNN7EXAMPLE", owner.key().secret(), "").body())
                .contains("UnrecognizedClientException");
    }

    /** As dynamodb-admin does. */
    @Test
    void shouldLetInAToolThatNamesASessionWhereThereIsNone() throws Exception {
        assertThat(call(owner, "ListTables", "{}", owner.key().id(), owner.key().secret(), "token").statusCode())
                .isEqualTo(200);
    }

    @Test
    void shouldRefuseARequestThatWasChangedOnItsWay() throws Exception {
        var request = signed(owner, "ListTables", "{}", owner.key());

        assertThat(send(request.copy().header("X-Amz-Target", "more")).body()).contains("InvalidSignatureException");
        assertThat(send(request.copy().POST(HttpRequest.BodyPublishers.ofString("{ }"))).body())
                .contains("InvalidSignatureException");
        assertThat(send(request).statusCode()).isEqualTo(200);
    }

    /** As one that has made a name of its own lead to this machine (DNS rebinding). */
    @Test
    void shouldTellAPageInABrowserNothing() throws Exception {
        var unsigned = send(HttpRequest.newBuilder(owner.endpoint()).header("Origin", "http://evil.example")
                .header("X-Amz-Target", "DynamoDB_20120810.ListTables")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        var preflight = send(HttpRequest.newBuilder(owner.endpoint()).header("Origin", "http://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));

        assertThat(unsigned.body()).contains("MissingAuthenticationTokenException");
        assertThat(preflight.statusCode()).isEqualTo(400);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void shouldMakeAnotherKeyWithEachStart() {
        try (var second = served(Settings.of(assembly))) {
            assertThat(second.owner().key().id()).isNotEqualTo(owner.key().id());
            assertThat(second.owner().key().secret()).isNotEqualTo(owner.key().secret());
        }
    }

    @Test
    void shouldKeepTheKeyWithTheTables() throws Exception {
        var data = directory.resolve("data");
        AccessKey first;
        try (var served = served(Settings.of(assembly).withData(data))) {
            first = served.owner().key();
            assertThat(call(served.owner(), "ListTables", "{}").statusCode()).isEqualTo(200);
        }

        try (var again = served(Settings.of(assembly).withData(data))) {
            assertThat(again.owner().key()).isEqualTo(first);
        }
        Files.writeString(data.resolve("credentials"), "[default]\n");
        assertThatThrownBy(() -> served(Settings.of(assembly).withData(data))).isInstanceOf(StartException.class)
                .hasMessageContaining("remove it to get a new key");
    }

    private static Embedded served(Settings settings) {
        return Embedded.start(settings.withConsole(line -> {}));
    }

    private static HttpResponse<String> call(OwnersAccess access, String operation, String body) throws Exception {
        return send(signed(access, operation, body, access.key()));
    }

    private static HttpResponse<String> call(OwnersAccess access, String operation, String body, String id,
            String secret, String token) throws Exception {
        return send(signed(access, operation, body, new AccessKey(id, secret, token)));
    }

    private static HttpRequest.Builder signed(OwnersAccess access, String operation, String body, AccessKey key) {
        return Signed.request(access.endpoint(), operation, body, key.id(), key.secret(), key.sessionToken());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
