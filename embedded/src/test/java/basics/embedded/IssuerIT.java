package basics.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;

import basics.embedded.fixture.Http;
import basics.embedded.fixture.TestAssembly;
import basics.embedded.fixture.Tokens;
import basics.embedded.platform.StartException;

/** The issuer that comes with the embedded target when the template has parameters for one. */
class IssuerIT {
    private static final String BASIC = "Basic " + Base64.getEncoder().encodeToString("local:local".getBytes(
            StandardCharsets.UTF_8));
    private static final String IN_FORM = "&client_id=local&client_secret=local";
    private static final Queue<String> CONSOLE = new ConcurrentLinkedQueue<>();
    private static Embedded embedded;
    private static Http http;
    private static JsonNode variables;

    @BeforeAll
    static void start(@TempDir Path directory) {
        embedded = Embedded.start(Settings.of(TestAssembly.guarded(directory)).withConsole(CONSOLE::add));
        http = new Http(embedded.apiUrl());
        variables = variables(http);
    }

    @AfterAll
    static void stop() {
        embedded.close();
    }

    @Test
    void shouldIssueTokensThatItsKeysVerify() throws Exception {
        var answer = ask("grant_type=client_credentials&scope=a:read%20a:write", "Authorization", BASIC);
        var token = Http.json(answer).path("access_token").asText();

        var claims = verified(token);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(claims.getSubject()).isEqualTo("local");
        assertThat(claims.getStringClaim("scope")).isEqualTo("a:read a:write");
        assertThat(claims.getJWTID()).isNotEmpty();
        assertThat(claims.getExpirationTime().toInstant()).isBetween(Instant.now().plus(Duration.ofMinutes(59)),
                Instant.now().plus(Duration.ofMinutes(61)));
        assertThat(SignedJWT.parse(token).getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThat(SignedJWT.parse(token).getHeader().getKeyID()).isNotEmpty();
    }

    @Test
    void shouldAnswerAsRfc6749Asks() {
        var answer = ask("grant_type=client_credentials&scope=a" + IN_FORM);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Pragma")).contains("no-cache");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(Http.json(answer).path("token_type").asText()).isEqualTo("Bearer");
        assertThat(Http.json(answer).path("expires_in").asInt()).isEqualTo(3600);
        assertThat(Http.json(answer).path("scope").asText()).isEqualTo("a");
    }

    @Test
    void shouldGiveTheAudienceThatIsAskedFor() throws Exception {
        var answer = ask("grant_type=client_credentials&audience=other" + IN_FORM);

        var claims = SignedJWT.parse(Http.json(answer).path("access_token").asText()).getJWTClaimsSet();

        assertThat(claims.getAudience()).containsExactly("other");
        assertThat(claims.getStringClaim("scope")).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({"grant_type=client_credentials, 401, invalid_client",
        "grant_type=client_credentials&client_id=local&client_secret=other, 401, invalid_client",
        "grant_type=client_credentials&client_id=other&client_secret=local, 401, invalid_client",
        "grant_type=client_credentials&client_id=local, 401, invalid_client",
        "'', 401, invalid_client",
        "grant_type=password&username=a&password=b&client_id=local&client_secret=local, 400, unsupported_grant_type",
        "grant_type=none&client_id=local&client_secret=local, 400, unsupported_grant_type",
        "client_id=local&client_secret=local, 400, invalid_request"})
    void shouldRefuse(String form, int status, String error) {
        var refused = ask(form);

        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.body()).isEqualTo("{\"error\":\"%s\"}".formatted(error));
        assertThat(refused.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(refused.headers().firstValue("WWW-Authenticate").isPresent()).isEqualTo(status == 401);
    }

    @Test
    void shouldRefuseAHostileForm() {
        assertThat(ask("x".repeat(20_000) + IN_FORM).statusCode()).isEqualTo(400);
        assertThat(ask("grant_type=client_credentials", "Authorization", "Basic %%%").statusCode()).isEqualTo(401);
        assertThat(http.post("/oauth2/token", "{}".getBytes(StandardCharsets.UTF_8), "Content-Type",
                "application/json").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:3000", "https://localhost", "http://127.0.0.1:8080", "http://[::1]:5173"})
    void shouldLetPagesOfThisMachineAskForATokenAndReadIt(String origin) {
        var preflight = http.method("OPTIONS", "/oauth2/token", "Origin", origin, "Access-Control-Request-Method",
                "POST", "Access-Control-Request-Headers", "authorization");
        var token = ask("grant_type=client_credentials" + IN_FORM, "Origin", origin);
        var refused = ask("grant_type=none", "Origin", origin);

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods")).contains("POST");
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers"))
                .contains("Authorization, Content-Type");
        assertThat(preflight.headers().firstValue("Access-Control-Max-Age")).contains("7200");
        for (var answer : List.of(preflight, token, refused)) {
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains(origin);
            assertThat(answer.headers().firstValue("Vary")).contains("Origin");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example.com", "http://localhost.example.com", "http://127.0.0.1.nip.io",
        "null", "http://localhost@example.com", "%%%"})
    void shouldLetNoOtherPageReadAToken(String origin) {
        var preflight = http.method("OPTIONS", "/oauth2/token", "Origin", origin, "Access-Control-Request-Method",
                "POST");
        var token = ask("grant_type=client_credentials" + IN_FORM, "Origin", origin);

        for (var answer : List.of(preflight, token)) {
            assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
            assertThat(answer.headers().firstValue("Vary")).contains("Origin");
        }
    }

    @Test
    void shouldListenForNothingElse() {
        var keys = new Http(URI.create(variables.path("JWKS_URI").asText().replace("/oauth2/jwks", "")));

        assertThat(http.get("/oauth2/token").statusCode()).isEqualTo(404);
        assertThat(keys.get("/oauth2/jwks").body()).contains("\"kid\"").doesNotContain("\"d\"");
        assertThat(keys.get("/oauth2/token").statusCode()).isEqualTo(404);
        assertThat(keys.post("/oauth2/token", ("grant_type=client_credentials" + IN_FORM).getBytes(
                StandardCharsets.UTF_8), "Content-Type", "application/x-www-form-urlencoded").statusCode())
                .isEqualTo(404);
        assertThat(CONSOLE).noneMatch(line -> line.contains("oauth2"));
    }

    @Test
    void shouldBeReachedByTheCommandOfTheBanner() throws Exception {
        var banner = Files.readString(Path.of("local/banner.txt")).replace("${url}", embedded.apiUrl().toString());
        var command = banner.lines().filter(line -> line.contains("TOKEN=")).findFirst().orElse("");

        var shell = new ProcessBuilder("sh", "-c", command + "; printf %s \"$TOKEN\"").redirectErrorStream(true)
                .start();
        var token = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(verified(token).getSubject()).isEqualTo("local");
    }

    @Test
    void shouldNotComeWithAnIssuerThatIsGiven(@TempDir Path directory) {
        var given = new Issuer(URI.create("http://localhost:9/x"), URI.create("http://localhost:9/x/jwks"));
        try (var other = Embedded.start(Settings.of(TestAssembly.guarded(directory)).withConsole(CONSOLE::add)
                .withIssuer(given))) {
            var otherHttp = new Http(other.apiUrl());

            assertThat(variables(otherHttp).path("ISSUER").asText()).isEqualTo("http://localhost:9/x");
            assertThat(variables(otherHttp).path("JWKS_URI").asText()).isEqualTo("http://localhost:9/x/jwks");
            assertThat(otherHttp.post("/oauth2/token", new byte[0]).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void shouldRefuseAnIssuerThatTheTemplateHasNoParameterFor(@TempDir Path directory) {
        var settings = Settings.of(TestAssembly.in(directory))
                .withIssuer(new Issuer(URI.create("http://x"), URI.create("http://x")));

        assertThatThrownBy(() -> Embedded.start(settings)).isInstanceOf(StartException.class)
                .hasMessageStartingWith("The template declares no parameter ");
    }

    private static JsonNode variables(Http http) {
        return Http.json(http.get("/things/1?do=variables", "Authorization", Tokens.allowing("*")));
    }

    private static HttpResponse<String> ask(String form, String... headers) {
        var all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/x-www-form-urlencoded";
        return http.post("/oauth2/token", form.getBytes(StandardCharsets.UTF_8), all);
    }

    /** By the addresses that the authorizer is given, as it would. */
    private static JWTClaimsSet verified(String token)
            throws IOException, BadJOSEException, JOSEException, ParseException {
        var keys = JWKSourceBuilder.<SecurityContext>create(URI.create(variables.path("JWKS_URI").asText()).toURL())
                .build();
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(variables.path("AUDIENCE").asText(),
                new JWTClaimsSet.Builder().issuer(variables.path("ISSUER").asText()).build(),
                Set.of("sub", "exp", "iat", "jti")));
        return processor.process(token, null);
    }
}
