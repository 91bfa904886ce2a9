package basics.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import basics.embedded.fixture.Http;
import basics.embedded.fixture.TestAssembly;

/**
 * The event of a proxy integration, held member by member against one of the shape that was captured on AWS behind
 * {@code ANY /{proxy+}} (hotsock/voker#8): {@code event.json}, in which a text after a tilde is a regular expression.
 */
class ProxyEventIT {
    private static Embedded embedded;
    private static Http http;

    @BeforeAll
    static void start(@TempDir Path directory) {
        embedded = Embedded.start(Settings.of(TestAssembly.with(directory, "proxy.json",
                template -> ((ObjectNode) template.at("/Resources/Stage/Properties")).remove("Variables"))));
        http = new Http(embedded.apiUrl());
    }

    @AfterAll
    static void stop() {
        embedded.close();
    }

    @Test
    void shouldBeAsOnAws() throws IOException {
        // When
        var event = sent(
                """
                    PUT /test/some/blank%20inside/?nothing&escaped=1%2B1&plus=1+1&url=http%3A%2F%2Fx%2Fy&twice=1&twice=2 HTTP/1.1
                    Host: localhost:80
                    User-Agent: a client/1.0
                    accept: */*
                    content-type: text/plain
                    Cookie: a=1; b=2
                    x-twice: first
                    x-twice: second
                    Content-Length: 7
                    Connection: close

                    gr\u00c3\u00bc\u00c3\u009fe""");

        // Then
        assertThat(differences("", expected(), event)).isEmpty();
    }

    @Test
    void shouldHaveNullsInThePlaceOfWhatIsEmpty() throws IOException {
        // Given
        var nothing = expected();
        nothing.putNull("queryStringParameters").putNull("multiValueQueryStringParameters").putNull("body");

        // When
        var event = sent("""
            PUT /some/blank%20inside/ HTTP/1.1
            Host: localhost:80
            Connection: close

            """);

        // Then
        for (var member : List.of("queryStringParameters", "multiValueQueryStringParameters", "body",
                "isBase64Encoded", "stageVariables")) {
            assertThat(event.path(member)).as(member).isEqualTo(nothing.path(member));
        }
        assertThat(event.at("/requestContext/identity/userAgent").isNull()).isTrue();
    }

    @Test
    void shouldSeeThePathWithoutTheStageWhereTheClientDoes() throws IOException {
        assertThat(sent("GET /a/ HTTP/1.1\nHost: x\nConnection: close\n\n").at("/requestContext/path").asText())
                .isEqualTo("/a/");
    }

    private static JsonNode sent(String request) throws IOException {
        var answer = http.raw(request.replace("\n", "\r\n"));
        var utf8 = new String(answer.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
                java.nio.charset.StandardCharsets.UTF_8);
        return JsonMapper.builder().build().readTree(utf8.substring(utf8.indexOf("\r\n\r\n")));
    }

    private static ObjectNode expected() throws IOException {
        try (var input = ProxyEventIT.class.getResourceAsStream("event.json")) {
            return (ObjectNode) JsonMapper.builder().build().readTree(input);
        }
    }

    private static List<String> differences(String pointer, JsonNode expected, JsonNode actual) {
        var differences = new ArrayList<String>();
        if (expected.isObject() && actual.isObject()) {
            expected.properties().forEach(member -> differences.addAll(differences(pointer + "/" + member.getKey(),
                    member.getValue(), actual.path(member.getKey()))));
            actual.fieldNames().forEachRemaining(name -> {
                if (!expected.has(name)) {
                    differences.add(pointer + "/" + name + " is not there on AWS");
                }
            });
        } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (var i = 0; i < expected.size(); i++) {
                differences.addAll(differences(pointer + "/" + i, expected.path(i), actual.path(i)));
            }
        } else if (!isSame(expected, actual)) {
            differences.add("%s is %s in place of %s".formatted(pointer, actual, expected));
        }
        return differences;
    }

    private static boolean isSame(JsonNode expected, JsonNode actual) {
        return switch (expected.getNodeType()) {
            case STRING -> actual.isTextual() && (expected.asText().startsWith("~")
                    ? actual.asText().matches(expected.asText().substring(1))
                    : actual.asText().equals(expected.asText()));
            case NUMBER -> actual.isIntegralNumber();
            default -> expected.equals(actual);
        };
    }
}
