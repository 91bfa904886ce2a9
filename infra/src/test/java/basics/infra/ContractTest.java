package basics.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class ContractTest {

    private static final String RESPONSES = "#/components/responses/";

    @ParameterizedTest
    @CsvSource({"createUser, users:write", "listUsers, users:read", "readUser, users:read", "updateUser, users:write",
        "deleteUser, users:write", "recordEvent, events:write", "recordEvents, events:write",
        "queryEvents, events:read", "listEventsOnDate, events:read", "checkHealth,"})
    void shouldAskForOneScopeOnEachOperationButHealth(String id, String scope) {
        // When
        var operation = Project.find().contract().operations().stream().filter(each -> each.id().equals(id)).toList();

        // Then
        assertThat(operation).singleElement().satisfies(
                found -> assertThat(found.scope().orElse(null)).isEqualTo(scope));
    }

    @Test
    void shouldSayWhatEachScopeAllows() {
        assertThat(Project.find().contract().scopes())
                .containsOnlyKeys("users:read", "users:write", "events:read", "events:write")
                .allSatisfy((_, description) -> assertThat(description).isNotBlank());
    }

    @Test
    void shouldPromiseProblemsToThoseWhoDoNotGetIn() throws IOException {
        // When
        var promised = new TreeMap<String, Map<String, Object>>();
        Settings.object(openApi().get("paths")).values()
                .forEach(path -> Settings.object(path).values().forEach(operation -> {
                    var values = Settings.object(operation);
                    promised.put(String.valueOf(values.get("operationId")), Settings.object(values.get("responses")));
                }));

        // Then
        assertThat(promised.remove("checkHealth")).doesNotContainKeys("401", "403");
        assertThat(promised).hasSize(9).allSatisfy((_, responses) -> {
            assertThat(responses.get("401")).isEqualTo(Map.of("$ref", RESPONSES + "Unauthorized"));
            assertThat(responses.get("403")).isEqualTo(Map.of("$ref", RESPONSES + "Forbidden"));
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
    void shouldRefuseAnOperationThatDoesNotSayWhoMayCallIt(String security) throws IOException {
        // Given
        var openApi = openApi();
        var operation = member(openApi, "paths", "/users", "get");
        operation.put("security", new Yaml().load(security.replaceAll("(users:[a-z]+)", "'$1'")));
        var changed = Map.of("components", openApi.get("components"), "paths",
                Map.of("/users", Map.of("get", operation)));

        // When, then
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Contract.of(changed)).withMessage(
                "The security of the operation listUsers of openapi.yaml must be [{ token: [scope] }] with one of"
                        + " events:read, events:write, users:read, users:write, or [] to let anyone call it.");
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
