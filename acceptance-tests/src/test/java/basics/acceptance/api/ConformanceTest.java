package basics.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConformanceTest {

    private static final String USER = """
        {"email": "ada@example.com", "char": "a", "created_at": "1566162573",
         "human_date": "2019-08-18 21:09:33.147595", "version": 1}""";
    private static final String PROBLEM = """
        {"type": "about:blank", "title": "Not Found", "status": 404, "detail": "No.", "instance": "1"}""";

    private final Conformance conformance = Conformance.read();

    @Test
    void shouldAcceptAnAnswerThatIsAsTheContractSays() {
        assertThatCode(() -> check("GET", "/users/ada@example.com", 200, "application/json", USER))
                .doesNotThrowAnyException();
    }

    @Test
    void shouldAcceptThatAnUnknownPathIsNotFound() {
        assertThatCode(() -> check("GET", "/people", 404, "application/problem+json", PROBLEM))
                .doesNotThrowAnyException();
    }

    @Test
    void shouldAcceptTheGatewaysOwnTextForABodyThatIsTooLong() {
        for (var type : new String[]{"text/plain", "application/problem+json"}) {
            var body = type.equals("text/plain") ? "Too long." : PROBLEM;
            assertThatCode(() -> check("POST", "/users", 413, type, body)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest(name = "{0} {1} answered {2}, {3}: {4}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
        GET;  /users/a@b.cc; 200; application/json;         {"email": "ada@example.com"}
        GET;  /users/a@b.cc; 200; text/html;                <p>
        GET;  /users/a@b.cc; 418; application/problem+json; {}
        GET;  /users/a@b.cc; 404; application/problem+json; {"type": "about:blank", "title": "Not Found"}
        GET;  /health;       200; application/json;         {"status": "well"}
        GET;  /users;        200; application/json;         {"items": [{}], "count": 1, "scanned_count": 1}
        GET;  /users;        200; application/json;         {"items": [], "count": 0, "scanned_count": 0, "more": 1}
        GET;  /people;       200; application/json;         {}
        PUT;  /users;        405; application/problem+json; {}
        """)
    void shouldRefuseAnAnswerThatIsNot(String method, String path, int status, String type, String body) {
        assertThatThrownBy(() -> check(method, path, status, type, body)).isInstanceOf(AssertionError.class);
    }

    @Test
    void shouldKnowEachOperation() throws IOException {
        var ids = Pattern.compile("operationId: (\\w+)").matcher(Files.readString(Path.of("..", "openapi.yaml")))
                .results()
                .map(found -> found.group(1)).toList();

        assertThat(conformance.operationIds()).isNotEmpty().containsExactlyInAnyOrderElementsOf(ids);
        assertThat(conformance.operationId(Request.get("/users/a%2Fb?limit=1"))).contains("readUser");
        assertThat(conformance.operationId(Request.get("/users/a%2Fb/?limit=1"))).contains("readUser");
        assertThat(conformance.operationId(Request.get("/users/"))).contains("listUsers");
        assertThat(conformance.operationId(Request.get("/users//"))).isEmpty();
        assertThat(conformance.operationId(Request.get("/"))).isEmpty();
    }

    private void check(String method, String path, int status, String type, String body) {
        var headers = HttpHeaders.of(Map.of("Content-Type", List.of(type), "ETag", List.of("\"1\"")),
                (name, value) -> true);
        conformance.check(new Exchange(Request.of(method, path),
                new Response(status, headers, body.getBytes(StandardCharsets.UTF_8))));
    }
}
