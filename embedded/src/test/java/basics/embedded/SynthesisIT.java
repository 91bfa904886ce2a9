package basics.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import basics.embedded.fixture.Http;
import basics.embedded.fixture.TestAssembly;
import basics.embedded.reload.Sources;

/** A template that is synthesised anew while it is served. */
class SynthesisIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String REFUSED = "Not taken over, and the service goes on as before:";
    /** What it is given becomes the template, unless it is no JSON. */
    private static final String APP = """
        import java.nio.file.*;

        void main(String[] names) throws Exception {
            var edited = Files.readString(Path.of(names[0]));
            if (!edited.startsWith("{")) {
                System.err.println("app.json is malformed: " + edited);
                System.exit(1);
            }
            Files.writeString(Path.of(names[1]), edited);
        }
        """;

    @TempDir
    private Path directory;
    private Path edited = Path.of("");
    private ObjectNode template = JSON.createObjectNode();
    private final Queue<String> console = new ConcurrentLinkedQueue<>();
    private Embedded embedded;
    private Http http;

    @BeforeEach
    void start() throws IOException {
        var assembly = TestAssembly.in(Files.createDirectories(directory.resolve("assembly")));
        var synthesised = assembly.resolve("Test.template.json");
        template = (ObjectNode) JSON.readTree(synthesised.toFile());
        edited = Files.copy(synthesised, directory.resolve("app.json"));
        var app = Files.writeString(directory.resolve("App.java"), APP);
        embedded = Embedded.start(Settings.of(assembly).withConsole(console::add).withSources(
                new Sources(List.of(), List.of(edited, app),
                        List.of(app.toString(), edited.toString(), synthesised.toString()))));
        http = new Http(embedded.apiUrl());
    }

    @AfterEach
    void stop() {
        embedded.close();
    }

    @Test
    void shouldTakeOverRoutesVariablesGrantsAndTables() throws IOException {
        var url = embedded.apiUrl();
        var table = variables().path("TABLE").asText();
        assertThat(call("PutItem", "{\"TableName\": \"%s\", \"Item\": {\"id\": {\"S\": \"1\"}}}".formatted(table)))
                .isEqualTo("{}");
        assertThat(call("Scan", "{\"TableName\": \"%s\"}".formatted(table))).contains("AccessDeniedException");
        assertThat(http.get("/added").statusCode()).isEqualTo(404);

        paths().set("/added", paths().path("/things/fixed"));
        resources().set("More", ((ObjectNode) resources().path("Things")).deepCopy());
        ((ObjectNode) template.at("/Resources/Probe/Properties/Environment/Variables")).set("MORE",
                JSON.readTree("{\"Ref\": \"More\"}"));
        ((ArrayNode) template.at("/Resources/Policy/Properties/PolicyDocument/Statement")).add(JSON.readTree("""
            {"Effect": "Allow", "Action": "dynamodb:Scan",
             "Resource": [{"Fn::GetAtt": ["Things", "Arn"]}, {"Fn::GetAtt": ["More", "Arn"]}]}"""));
        save();

        await().atMost(PATIENCE).until(() -> http.get("/added").statusCode() == 200);
        assertThat(console).contains("Taken over: routes +GET /added; functions NotThere, Probe; tables +More");
        assertThat(embedded.apiUrl()).isEqualTo(url);
        assertThat(call("Scan", "{\"TableName\": \"%s\"}".formatted(table))).contains("\"Count\":1");
        assertThat(call("Scan", "{\"TableName\": \"%s\"}".formatted(variables().path("MORE").asText())))
                .contains("\"Count\":0");
    }

    @Test
    void shouldKeepTheProcessesOfFunctionsThatStayAsTheyAre() throws IOException {
        var before = http.get("/things/1?do=pid").body();

        paths().remove("/broken");
        save();

        await().atMost(PATIENCE).until(() -> http.get("/broken").statusCode() == 404);
        assertThat(http.get("/things/1?do=pid").body()).isEqualTo(before);
    }

    @Test
    void shouldTakeOverNothingOfWhatCanNotBeChangedInPlace() throws IOException {
        paths().set("/added", paths().path("/things/fixed"));
        resources().set("More", ((ObjectNode) resources().path("Things")).deepCopy());
        ((ObjectNode) template.at("/Resources/Things/Properties/KeySchema/0")).put("AttributeName", "kind");
        save();

        awaitLine("can't be changed in place from {index by-kind=[kind (S), ALL], table=[id (S)], "
                + "time to live=[expires]} to {index by-kind=[kind (S), ALL], table=[kind (S)], time to live=[expires]}: "
                + "end this and start again, with another -Ddata=DIR");
        assertThat(http.get("/added").statusCode()).isEqualTo(404);
        assertThat(http.get("/things/1").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldTakeOverNothingOfWhatCanNotBeServed() throws IOException {
        paths().set("/added", paths().path("/things/fixed"));
        resources().set("Bucket", JSON.readTree("{\"Type\": \"AWS::S3::Bucket\"}"));
        save();

        awaitLine("The embedded target can't serve Bucket");
        assertThat(http.get("/added").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldLeaveNoTableOfWhatDynamoDbRefuses() throws IOException {
        resources().set("Added", ((ObjectNode) resources().path("Things")).deepCopy());
        var wrong = ((ObjectNode) resources().path("Things")).deepCopy();
        ((ObjectNode) wrong.at("/Properties/KeySchema/0")).put("AttributeName", "undefined");
        resources().set("Wrong", wrong);
        save();
        awaitLine("DynamoDB refuses Wrong (AWS::DynamoDB::Table): Hash Key not specified");

        resources().remove("Wrong");
        ((ObjectNode) template.at("/Resources/Added/Properties/KeySchema/0")).put("AttributeName", "kind");
        ((ObjectNode) template.at("/Resources/Added/Properties/GlobalSecondaryIndexes/0/KeySchema/0"))
                .put("AttributeName", "id");
        save();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(console).contains("Taken over: tables +Added"));
    }

    @Test
    void shouldTellWhatTheAppSaysAndTakeOverWhatIsMended() throws IOException {
        Files.writeString(edited, "paths:");
        awaitLine(REFUSED + "\napp.json is malformed: paths:");
        assertThat(http.get("/things/1").statusCode()).isEqualTo(200);

        Files.writeString(directory.resolve("App.java"), APP.replace("void main", "void main main"));
        awaitLine("error: ");

        Files.writeString(directory.resolve("App.java"), APP);
        paths().set("/added", paths().path("/things/fixed"));
        save();

        await().atMost(PATIENCE).until(() -> http.get("/added").statusCode() == 200);
    }

    private ObjectNode paths() {
        return (ObjectNode) template.at("/Resources/Api/Properties/Body/paths");
    }

    private ObjectNode resources() {
        return (ObjectNode) template.path("Resources");
    }

    private void save() throws IOException {
        Files.writeString(edited, template.toString());
    }

    private void awaitLine(String part) {
        await().atMost(PATIENCE).untilAsserted(
                () -> assertThat(console).anyMatch(line -> line.startsWith(REFUSED) && line.contains(part)));
    }

    private JsonNode variables() {
        return Http.json(http.get("/things/1?do=variables"));
    }

    private String call(String operation, String request) {
        return http.post("/things/1?do=dynamodb&operation=" + operation, request.getBytes(StandardCharsets.UTF_8))
                .body();
    }
}
