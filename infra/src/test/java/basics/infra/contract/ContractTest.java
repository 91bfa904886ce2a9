package basics.infra.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

import basics.infra.Synthesised;
import basics.infra.settings.Project;
import basics.infra.settings.Refusal;
import basics.infra.settings.Settings;

class ContractTest {

    private static final String RESPONSES = "#/components/responses/";

    @Test
    void shouldHaveEachOperationOfTheFile() throws IOException {
        // Given
        var contract = Synthesised.contract();

        // When
        var ids = Stream.concat(contract.operations().stream().map(Operation::id), contract.heads().values().stream());

        // Then
        assertThat(ids).isNotEmpty().containsExactlyInAnyOrderElementsOf(declared().keySet()).doesNotHaveDuplicates();
    }

    @Test
    void shouldLetTheFunctionOfAGetAnswerTheHead() {
        // Given
        var contract = Synthesised.contract();

        // When
        var heads = contract.operations().stream().flatMap(operation -> contract.headOf(operation).stream()
                .map(head -> operation.id() + ' ' + head)).toList();

        // Then
        assertThat(heads).containsExactly("checkHealth headHealth");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ head: { security: [] } }",
        "{ head: { security: [] }, get: { operationId: read, tags: [a], security: [{ token: [a] }] } }",
        "{ head: { security: [{ token: [a] }] }, get: { operationId: read, tags: [a], security: [] } }",
        "{ head: { operationId: head }, get: { operationId: read, tags: [a], security: [] } }"})
    void shouldRefuseAHeadThatAsksForAScopeOrHasNoGet(String methods) {
        // Given
        var openApi = Settings.object(new Yaml().load("paths: { /a: " + methods + " }\n"
                + "components: { securitySchemes: { token: { flows: { clientCredentials: { scopes: { a: A } } } } } }"));

        // When, then
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Contract.of(openApi))
                .withMessageStartingWith("HEAD /a of openapi.yaml must go with a GET, and both need security: [].");
    }

    @Test
    void shouldRequireTheReadOrWriteScopeOfTheOperationsTag() {
        // Counts tell of events, so they need no right of their own.
        var data = Map.of("counts", "events");
        assertThat(Synthesised.contract().operations()).filteredOn(operation -> operation.scope().isPresent())
                .isNotEmpty().allSatisfy(operation -> assertThat(operation.scope())
                        .contains(data.getOrDefault(operation.tag(), operation.tag())
                                + (operation.method().equals("GET") ? ":read" : ":write")));
    }

    @Test
    void shouldLetAnyoneCallOnlyTheHealthCheck() {
        assertThat(Synthesised.contract().operations()).filteredOn(operation -> operation.scope().isEmpty())
                .extracting(Operation::id).containsExactly("checkHealth");
    }

    @Test
    void shouldDescribeEachScope() {
        // Given
        var asked = Synthesised.contract().operations().stream().flatMap(each -> each.scope().stream()).distinct()
                .toList();

        // When, then
        assertThat(Synthesised.contract().scopes()).containsOnlyKeys(asked)
                .allSatisfy((_, description) -> assertThat(description).isNotBlank());
    }

    @Test
    void shouldPromiseProblemsForMissingOrInsufficientTokens() throws IOException {
        // Given
        var promised = declared();

        // When, then
        assertThat(Synthesised.contract().operations()).isNotEmpty().allSatisfy(operation -> {
            var responses = Settings.object(promised.getOrDefault(operation.id(), Map.of()).get("responses"));
            if (operation.scope().isEmpty()) {
                assertThat(responses).isNotEmpty().doesNotContainKeys("401", "403");
            } else {
                assertThat(responses.get("401")).isEqualTo(Map.of("$ref", RESPONSES + "Unauthorized"));
                assertThat(responses.get("403")).isEqualTo(Map.of("$ref", RESPONSES + "Forbidden"));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Unauthorized", "Forbidden"})
    void shouldDescribeARefusalAsAProblem(String name) throws IOException {
        // When
        var response = member(openApi(), "components", "responses", name);

        // Then
        assertThat(Settings.object(response.get("content"))).containsOnlyKeys("application/problem+json");
        assertThat(Settings.object(response.get("headers")).containsKey("WWW-Authenticate"))
                .isEqualTo(name.equals("Unauthorized"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[{}]", "[{ token: [] }]", "[{ token: [users:all] }]",
        "[{ token: [users:read, users:write] }]", "[{ key: [users:read] }]",
        "[{ token: [users:read] }, { token: [users:write] }]", "token"})
    void shouldRefuseAnOperationWithoutValidSecurity(String security) throws IOException {
        // Given
        var contract = Synthesised.contract();
        var openApi = openApi();
        var any = contract.operations().getFirst();
        var operation = member(openApi, "paths", any.path(), any.method().toLowerCase(Locale.ROOT));
        operation.put("security", new Yaml().load(security.replaceAll("(users:[a-z]+)", "'$1'")));
        var changed = Map.of("components", openApi.get("components"), "paths",
                Map.of(any.path(), Map.of("get", operation)));

        // When, then
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Contract.of(changed)).withMessage(
                "The security of the operation " + any.id() + " of openapi.yaml must be [{ token: [scope] }] with one"
                        + " of " + String.join(", ", contract.scopes().keySet()) + ", or [] to let anyone call it.");
    }

    /** The operations as declared in the file, by their ids. */
    private static Map<String, Map<String, Object>> declared() throws IOException {
        var declared = new LinkedHashMap<String, Map<String, Object>>();
        Settings.object(openApi().get("paths")).values().forEach(path -> Settings.object(path).values()
                .forEach(operation -> declared.put(String.valueOf(Settings.object(operation).get("operationId")),
                        Settings.object(operation))));
        return declared;
    }

    private static Map<String, Object> member(Map<String, Object> object, String... names) {
        var found = object;
        for (var name : List.of(names)) {
            found = Settings.object(found.get(name));
        }
        return found;
    }

    private static Map<String, Object> openApi() throws IOException {
        return new Yaml().load(Files.readString(Project.find().root().resolve("openapi.yaml")));
    }
}
