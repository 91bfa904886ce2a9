package basics.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import basics.testing.Handlers;

class PrimingEventsTest {
    private static final String CONTRACT = """
        paths:
          /pets/{pet}/toys:
            parameters:
              - $ref: '#/components/parameters/Pet'
            post:
              operationId: giveToy
              tags: [pets]
              security: [{ token: ['pets:write'] }]
              parameters:
                - { name: at, in: query, x-priming: '2026-11-22' }
                - { name: limit, in: query, schema: { type: integer, example: 5 } }
                - { name: If-Match, in: header, required: true, examples: { one: { value: '"1"' }, other: { value: '"2"' } } }
              requestBody:
                content:
                  application/json:
                    examples:
                      ball: { $ref: '#/components/examples/Ball' }
                      bone: { value: { name: bone } }
          /pets:
            get:
              operationId: countPets
              tags: [pets]
              security: []
        components:
          parameters:
            Pet: { name: pet, in: path, required: true, schema: { $ref: '#/components/schemas/Name' } }
          schemas:
            Name: { type: string, example: Rex/2 é+ }
          examples:
            Ball: { value: { name: ball, price: 1.5, tags: [red, null, true], count: 38 } }
        """;

    @TempDir
    private Path folder;

    private String write(String yaml) throws IOException {
        var contract = Files.writeString(folder.resolve("openapi.yaml"), yaml);
        return PrimingEvents.write(contract, folder.resolve("priming"));
    }

    private String event(String operation) throws IOException {
        return Files.readString(folder.resolve("priming").resolve(operation + ".json"));
    }

    @Test
    void shouldMakeAnEventOfTheFirstExamples() throws IOException {
        assertThat(write(CONTRACT)).isEmpty();

        assertThat(event("GiveToy")).isEqualTo("""
            {"path":"/pets/Rex%2F2%20%C3%A9%2B/toys","pathParameters":{"pet":"Rex%2F2%20%C3%A9%2B"},\
            "multiValueQueryStringParameters":{"at":["2026-11-22"]},\
            "multiValueHeaders":{"If-Match":["\\"1\\""],"Content-Type":["application/json"]},\
            "requestContext":{"authorizer":{"principalId":"priming"}},\
            "body":"{\\"name\\":\\"ball\\",\\"price\\":1.5,\\"tags\\":[\\"red\\",null,true],\\"count\\":38}"}""");
        assertThat(event("CountPets")).isEqualTo("""
            {"path":"/pets","pathParameters":{},"multiValueQueryStringParameters":{},"multiValueHeaders":{},\
            "requestContext":{}}""");
    }

    @Test
    void shouldNameEachExampleThatIsMissingAndWriteNothing() throws IOException {
        assertThat(write(CONTRACT.replace(", example: Rex/2 é+", "")
                .replace("examples:\n              ball", "x:\n              ball")
                .replace("operationId: countPets",
                        "operationId: countPets\n      requestBody: { content: { a/b: {} } }")))
                .isEqualTo(
                        """
                            openapi.yaml: The operation giveToy has no example of the parameter pet and of its body. Add one: the \
                            function is primed with it.
                            openapi.yaml: The operation countPets has no example of its body. Add one: the function is primed with \
                            it.""");
        assertThat(folder.resolve("priming")).doesNotExist();
    }

    @Test
    void shouldAskForQuotesAroundAYamlDate() throws IOException {
        assertThat(write(CONTRACT.replace("name: ball", "name: 2026-11-22"))).contains("a Date. Put it in quotes.");
    }

    @Test
    void shouldWriteTheSameBytesAgainAndRemoveFormerOperations() throws IOException {
        write(CONTRACT);
        var first = event("GiveToy");
        assertThat(write(CONTRACT)).isEmpty();
        assertThat(event("GiveToy")).isEqualTo(first);

        write(CONTRACT.replace("giveToy", "giveToys"));
        try (var files = Files.list(folder.resolve("priming"))) {
            assertThat(files).extracting(file -> file.getFileName().toString())
                    .containsExactlyInAnyOrder("GiveToys.json", "CountPets.json");
        }
    }

    @Test
    void shouldRewriteOnlyChangedFiles() throws IOException {
        write(CONTRACT);
        var right = folder.resolve("priming/CountPets.json");
        var wrong = Files.writeString(folder.resolve("priming/GiveToy.json"), "{}");
        assertThat(right.toFile().setLastModified(1_000)).isTrue();

        write(CONTRACT);

        assertThat(right.toFile().lastModified()).isEqualTo(1_000);
        assertThat(Files.readString(wrong)).contains("/toys");
    }

    /** The build runs {@link PrimingEvents} before the tests. */
    @Test
    void shouldHaveWrittenAnEventForEachOperation() {
        assertThat(Handlers.operations()).isNotEmpty().allSatisfy(operation -> assertThat(
                Handlers.example(operation).get("path").asText()).startsWith("/"));
    }
}
