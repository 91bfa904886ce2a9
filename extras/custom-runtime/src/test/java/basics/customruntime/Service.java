package basics.customruntime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import basics.embedded.Embedded;
import basics.embedded.Settings;

/** The whole service of a cloud assembly on this machine, with a token for all scopes. */
final class Service implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final Embedded embedded;
    private final String token;

    Service(Path assembly) throws IOException, InterruptedException {
        embedded = Embedded.start(Settings.of(assembly).withConsole(log::add));
        var request = HttpRequest.newBuilder(URI.create(embedded.apiUrl() + "/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&client_id=local"
                        + "&client_secret=local&scope=users:read%20users:write%20events:read%20events:write"));
        token = MAPPER.readTree(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()).body())
                .path("access_token").asText();
    }

    /** Sends a request, and returns the body of the answer, which must have the given status. */
    JsonNode call(String method, String path, String body, int status) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(embedded.apiUrl() + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json")
                .method(method, body.isEmpty()
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body));
        var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
        if (answer.statusCode() != status) {
            throw new AssertionError("%s %s: %d %s%n%s".formatted(method, path, answer.statusCode(), answer.body(),
                    String.join("\n", log)));
        }
        return MAPPER.readTree(answer.body());
    }

    @Override
    public void close() {
        embedded.close();
    }
}
