package basics.infra.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import basics.infra.Synthesised;
import basics.infra.contract.Contract;
import basics.infra.contract.Operation;
import basics.infra.settings.Refusal;

class RoutesByScopeTest {

    private static final String NOTES = "GET /users/{email}/notes notes:read";

    /** The operations to which a test adds others. */
    private static final List<String> USERS = List.of("GET /users users:read", "POST /users users:write",
            "GET /users/{email} users:read", "PATCH /users/{email} users:write");

    /** Each scope with each operation of the contract, including new ones. */
    static Stream<Arguments> everyScopeWithEveryOperation() {
        var contract = Synthesised.contract();
        return contract.scopes().keySet().stream().flatMap(scope -> contract.operations().stream()
                .filter(operation -> operation.scope().isPresent()).map(operation -> Arguments.of(scope, operation)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyScopeWithEveryOperation")
    void shouldOpenOnlyTheScopesOperations(String scope, Operation operation) {
        // Given
        var policy = policy(Synthesised.contract(), scope);
        var request = operation.method() + operation.path().replaceAll("\\{[^}]*}", "some%20value");

        // When, then
        for (var spelled : List.of(request, request + '/')) {
            assertThat(policy.lets(spelled)).as(spelled).isEqualTo(operation.scope().equals(Optional.of(scope)));
        }
    }

    /** No route is below a route of another scope, so policies are as short as possible. */
    @Test
    void shouldDenyNothingByNameInThisContract() {
        assertThat(RoutesByScope.of(Synthesised.contract()).values())
                .extracting(patterns -> patterns.get("deny")).isNotEmpty().containsOnly(List.of());
    }

    @ParameterizedTest
    @CsvSource({"users:read, GET/users/ada%40example.com, true", "users:read, GET/users/ada%40example.com/, true",
        "users:read, GET/users/notes, true", "users:read, GET/users/n%6ftes, true",
        "users:read, GET/users/ada/notes, false", "users:read, GET/users/ada/notes/, false",
        "users:read, GET/users/ada/not%65s, false", "users:read, GET/users/ada/%6Eotes/, false",
        "users:read, GET/users/a/b/notes, false", "users:read, GET/users/ada/files, true",
        "notes:read, GET/users/ada/notes, true", "notes:read, GET/users/ada/notes/, true",
        "notes:read, GET/users/ada, false", "notes:read, GET/users/ada/, false", "notes:read, GET/users, false",
        "notes:read, GET/users/ada/files, false", "users:write, GET/users/ada/notes, false"})
    void shouldCloseARouteBelowAnotherWithoutItsScope(String scope, String request, boolean open) {
        // Given
        var contract = with(NOTES, "GET /users/{email}/files users:read");

        // When, then
        assertThat(policy(contract, scope).lets(request)).isEqualTo(open);
    }

    @Test
    void shouldWriteBothListsForTheAuthorizer() {
        assertThat(RoutesByScope.of(with(NOTES))).containsEntry("notes:read", Map.of(
                "allow", List.of("GET/users/*/notes", "GET/users/*/notes/"),
                "deny", List.of("GET/users/*/notes", "GET/users/*/notes/", "GET/users/*/%*", "GET/users/*/n%*",
                        "GET/users/*/no%*", "GET/users/*/not%*", "GET/users/*/note%*")));
    }

    /** With a slash at the end, the path of a list is a prefix of an item's path. */
    @ParameterizedTest
    @CsvSource({"items:read, GET/items/1, true", "items:read, GET/items/, false", "items:read, GET/items, false",
        "items:list, GET/items, true", "items:list, GET/items/, true", "items:list, GET/items/1, false"})
    void shouldDistinguishAListFromItsItems(String scope, String request, boolean open) {
        // Given
        var contract = with("GET /items items:list", "GET /items/{id} items:read");

        // When, then
        assertThat(policy(contract, scope).lets(request)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({"a, GET/u/1/notes, true", "a, GET/u/1/files/notes, false", "a, GET/u/1/files/notes/, false",
        "b, GET/u/1/files/2, true", "b, GET/u/1/files/2/, true", "b, GET/u/1/notes, false"})
    void shouldAllowAValueThatLooksLikeALiteral(String scope, String request, boolean open) {
        // Given
        var contract = with("GET /u/{id}/notes a", "GET /u/{id}/files/{file} b");

        // When, then
        assertThat(policy(contract, scope).lets(request)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        GET /users/me me:read                 ; GET /users/{email} (users:read)  ; GET /users/me (me:read)
        GET /users/me/notes me:read           ; GET /users/{email} (users:read)  ; GET /users/me/notes (me:read)
        GET /{anything} all:read              ; GET /users (users:read)          ; GET /{anything} (all:read)
        GET /users/{email}/{part} part:read   ; GET /users/{email} (users:read)  ; GET /users/{email}/{part} (part:read)
        GET /users/{email}/notes/{id} notes:read, GET /users/{email}/notes/{id}/lines line:read ; GET /users/{email}/notes/{id} (notes:read) ; GET /users/{email}/notes/{id}/lines (line:read)
        """)
    void shouldRefuseScopesThatNoPolicyCanSeparate(String added, String one, String another) {
        // Given
        var contract = with(added.split(", ", -1));

        // When, then
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> RoutesByScope.of(contract))
                .withMessageContaining(one).withMessageContaining(another)
                .withMessageEndingWith(
                        "require different scopes, and no policy can separate them: let both ask for the"
                                + " same scope, or give one a path that doesn't begin like the other's.");
    }

    @Test
    void shouldAcceptOverlappingRoutesOfOneScopeOrOfOtherMethods() {
        // Given
        var contract = with("GET /users/me users:read", "PUT /users/me me:write", "GET /users/{email}/a/b users:read");

        // When, then
        assertThat(RoutesByScope.of(contract)).containsKeys("users:read", "me:write");
    }

    /** A contract of users with additional operations, each given as method, path and scope. */
    private static Contract with(String... added) {
        var operations = Stream.concat(USERS.stream(), Stream.of(added)).map(route -> route.split(" ", 3))
                .map(parts -> new Operation("op", "users", parts[0], parts[1], "Added", Optional.of(parts[2])))
                .toList();
        return new Contract("1", operations, new TreeMap<>(), List.of(), Map.of());
    }

    private static Policy policy(Contract contract, String held) {
        var allow = new ArrayList<String>();
        var deny = new ArrayList<String>();
        new TreeMap<>(RoutesByScope.of(contract)).forEach((scope, patterns) -> {
            if (scope.equals(held)) {
                allow.addAll(patterns.get("allow"));
            } else {
                deny.addAll(patterns.get("deny"));
            }
        });
        return new Policy(allow, deny);
    }

    /** The authorizer's policy for a token, evaluated like IAM. */
    private record Policy(List<String> allow, List<String> deny) {

        boolean lets(String request) {
            return any(allow, request) && !any(deny, request);
        }

        private static boolean any(List<String> patterns, String request) {
            return patterns.stream().anyMatch(pattern -> request
                    .matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q")));
        }
    }
}
