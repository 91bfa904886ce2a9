package basics.acceptance.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;

import basics.embedded.Embedded;
import basics.embedded.Settings;
import basics.embedded.reload.Sources;

/** The service as {@code mvn -Plocal} serves it, with its pages and in memory, for those who store something and look at it. */
final class LocalService implements AutoCloseable {

    private static final Path ASSEMBLY = Path.of("..", "infra", "target", "cdk.out");
    private static final Path CONTRACT = Path.of("..", "openapi.yaml");
    /** The service's own pages. */
    private static final Path PAGES = Path.of("..", "embedded", "local");
    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    private final Embedded embedded;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String token;

    private LocalService(Embedded embedded) {
        this.embedded = embedded;
        this.token = token();
    }

    static LocalService start() {
        return new LocalService(Embedded.start(Settings.of(ASSEMBLY).withConsole(_ -> {}).withPages(PAGES)
                .withSources(new Sources(List.of(), List.of(CONTRACT), List.of()))));
    }

    String url() {
        return embedded.apiUrl().toString();
    }

    /** Goes to one of the pages. */
    void open(Page page, String name) {
        page.navigate(url() + "/_local/" + name);
    }

    /** Sends a request with a token of all scopes, whatever is answered, and gives the status. */
    int send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url() + path)).header("Authorization", "Bearer " + token)
                .header("Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json")
                .method(method, body.isEmpty()
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body));
        return answer(headers.length == 0 ? request : request.headers(headers)).statusCode();
    }

    /** Records events, each given by its members as JSON without the braces. */
    void record(List<String> events) {
        var body = "{\"events\": [{%s}]}".formatted(String.join("}, {", events));
        var status = send("POST", "/event-batches", body);
        if (status != 200) {
            throw new IllegalStateException("Not recorded: " + status);
        }
    }

    private String token() {
        var credentials = Base64.getEncoder().encodeToString("local:local".getBytes(StandardCharsets.UTF_8));
        var form = "grant_type=client_credentials&scope=users:read+users:write+events:read+events:write";
        var answer = answer(HttpRequest.newBuilder(URI.create(url() + "/oauth2/token"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        var found = TOKEN.matcher(answer.body());
        if (!found.find()) {
            throw new IllegalStateException("No token: " + answer.body());
        }
        return found.group(1);
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        client.close();
        embedded.close();
    }
}
