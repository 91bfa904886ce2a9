package basics.acceptance.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import basics.acceptance.tokens.ClientCredentials;
import basics.embedded.Embedded;
import basics.embedded.Settings;

/**
 * The article's own functions on users (boto3), called with the owner's key on the tables that are served: what they write,
 * the API reads, and the other way round.
 */
class ArticleIT {
    private static final String RICHARD = "richard@example.com";
    private static final String ADA = "ada@example.com";
    private static Embedded embedded;
    private static Article article;
    private static HttpClient http;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(System.getProperty("target", "").matches("|embedded") && System.getProperty("api.url") == null,
                "The owner's key is the embedded target's.");
        assumeTrue(Article.runsHere(),
                "The article's functions need Python 3 with boto3: apt-get install python3-boto3");
        embedded = Embedded.start(Settings.of(EmbeddedTarget.ASSEMBLY).withConsole(line -> {}));
        article = Article.on(embedded.owner(), "Users");
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        if (embedded != null) {
            http.close();
            article.close();
            embedded.close();
        }
    }

    @Test
    void shouldLetTheApiReadWhatTheArticleWrites() throws Exception {
        // When
        assertThat(article.call("create_user", RICHARD).at("/ResponseMetadata/HTTPStatusCode").asInt()).isEqualTo(200);

        // Then
        var stored = article.call("read_user", RICHARD).at("/Items/0");
        var read = send("GET", RICHARD, "");
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(Article.json(read.body())).isEqualTo(stored);
        assertThat(read.headers().firstValue("ETag").orElse("")).startsWith("\"0");

        // When
        assertThat(article.call("update_user", RICHARD).at("/Attributes/city").asText()).isEqualTo("Tulsa");

        // Then
        assertThat(send("GET", RICHARD, "").body()).contains("\"city\":\"Tulsa\"");

        // When
        article.call("delete_user", RICHARD);

        // Then
        assertThat(send("GET", RICHARD, "").statusCode()).isEqualTo(404);
        assertThat(article.call("read_user", RICHARD).path("Count").asInt()).isZero();
    }

    @Test
    void shouldLetTheArticleReadWhatTheApiWrites() throws Exception {
        // When
        assertThat(send("POST", "", "{\"email\": \"%s\", \"city\": \"London\"}".formatted(ADA)).statusCode())
                .isEqualTo(201);

        // Then
        assertThat(article.call("index").at("/Items").findValuesAsText("email")).contains(ADA);
        assertThat(article.call("scan_all").findValuesAsText("email")).contains(ADA);
        assertThat(article.call("read_user", ADA).at("/Items/0/city").asText()).isEqualTo("London");
    }

    /** The first write of the API gives the article's user a version, from which on {@code If-Match} holds. */
    @Test
    void shouldLetTheApiChangeWhatTheArticleWrites() throws Exception {
        article.call("create_user", "grace@example.com");

        var changed = send("PATCH", "grace@example.com", "{\"city\": \"New York\"}");

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(Article.json(changed.body()).path("version").asInt()).isEqualTo(1);
        assertThat(article.call("read_user", "grace@example.com").at("/Items/0/city").asText()).isEqualTo("New York");
    }

    private static HttpResponse<String> send(String method, String email, String body) throws Exception {
        var signIn = new ClientCredentials(URI.create(embedded.apiUrl() + "/oauth2/token"), "local", "local", "")
                .with(Set.of("users:read", "users:write"));
        var request = HttpRequest
                .newBuilder(URI.create(embedded.apiUrl() + "/users" + (email.isEmpty() ? "" : "/" + email)))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        signIn.authorization().ifPresent(authorization -> request.header("Authorization", authorization));
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
