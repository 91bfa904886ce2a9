package basics.embedded.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {
    private final Routes routes = new Routes(
            Stream.of("GET /", "GET /a/{id}", "GET /a/fixed", "ANY /a/{id}/b", "GET /a/{id}/b",
                    "GET /files/{path+}", "GET /files/{name}/only", "PATCH /a/fixed", "ANY /c/{path+}", "GET /c/d")
                    .map(RoutesTest::route).toList());

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @CsvSource({"GET, /, GET /, {}", "GET, /a/1, GET /a/{id}, {id=1}", "GET, /a/fixed, GET /a/fixed, {}",
        "GET, /a/x%2Fy, GET /a/{id}, {id=x%2Fy}", "GET, /a/1/b, GET /a/{id}/b, {id=1}",
        "PUT, /a/1/b, ANY /a/{id}/b, {id=1}",
        "GET, /files/x/y/z, GET /files/{path+}, {path=x/y/z}", "GET, /files/x/only, GET /files/{name}/only, {name=x}",
        "PATCH, /a/fixed, PATCH /a/fixed, {}", "PATCH, /a/1, -, -", "DELETE, /a/fixed, -, -",
        "POST, /a/1, -, -", "GET, /a/, -, -", "GET, /a, -, -", "GET, /b, -, -", "GET, /a/1/, -, -", "GET, *, -, -",
        "GET, /c/d, GET /c/d, {}", "POST, /c/d, ANY /c/{path+}, {path=d}", "HEAD, /c/d, ANY /c/{path+}, {path=d}",
        "GET, /c/d/e, ANY /c/{path+}, {path=d/e}", "GET, /c/d//e, ANY /c/{path+}, {path=d//e}", "GET, /c, -, -",
        "GET, /c/, -, -"})
    void shouldFindTheBestMatch(String method, String path, String route, String parameters) {
        var match = routes.match(method, path);

        assertThat(match.map(found -> found.route().method() + " " + found.route().path()).orElse("-"))
                .isEqualTo(route);
        assertThat(match.map(found -> found.parameters().toString()).orElse("-")).isEqualTo(parameters);
    }

    private static Route route(String text) {
        var parts = List.of(text.split(" ", -1));
        return new Route(parts.getFirst(), parts.getLast(), "id", "", Optional.empty(),
                new Integration.Proxy("arn", Duration.ofSeconds(1)));
    }
}
