package basics.acceptance.tokens;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import com.nimbusds.jose.util.JSONObjectUtils;

/**
 * A machine that signs in with its own id and secret (RFC 6749, section 4.4). A token is used again until shortly before it
 * expires.
 */
public final class ClientCredentials implements Tokens {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** A request that is on its way when the token expires would be refused. */
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private final URI tokenUrl;
    private final String authorization;
    private final String scopePrefix;
    private final Map<Set<String>, Token> tokens = new ConcurrentHashMap<>();

    /**
     * @param scopePrefix
     *            what the issuer puts before the contract's scopes, with its separator; may be empty
     */
    public ClientCredentials(URI tokenUrl, String clientId, String secret, String scopePrefix) {
        this.tokenUrl = tokenUrl;
        this.scopePrefix = scopePrefix;
        var pair = URLEncoder.encode(clientId, UTF_8) + ':' + URLEncoder.encode(secret, UTF_8);
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    /**
     * @throws IllegalStateException
     *             if the issuer gives none
     */
    @Override
    public SignIn with(Set<String> scopes) {
        return SignIn.bearing(tokens.compute(Set.copyOf(scopes),
                (asked, known) -> known != null && known.goodUntil().isAfter(Instant.now()) ? known : fetched(asked))
                .text());
    }

    private Token fetched(Set<String> scopes) {
        var scope = new TreeSet<>(scopes).stream().map(scopePrefix::concat).collect(Collectors.joining(" "));
        var request = HttpRequest.newBuilder(tokenUrl).timeout(PATIENCE).header("Authorization", authorization)
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers
                        .ofString("grant_type=client_credentials&scope=" + URLEncoder.encode(scope, UTF_8)))
                .build();
        var asked = Instant.now();
        try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("No access token from %s: %d %s".formatted(tokenUrl,
                        response.statusCode(), response.body()));
            }
            var answer = JSONObjectUtils.parse(response.body());
            var token = JSONObjectUtils.getString(answer, "access_token");
            if (token == null) {
                throw new IllegalStateException("No access token in the answer of " + tokenUrl);
            }
            return new Token(token,
                    asked.plusSeconds(JSONObjectUtils.getLong(answer, "expires_in")).minus(MARGIN));
        } catch (ParseException e) {
            throw new IllegalStateException("No access token in the answer of " + tokenUrl, e);
        } catch (IOException e) {
            throw new UncheckedIOException("No access token from " + tokenUrl, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for an access token", e);
        }
    }

    private record Token(String text, Instant goodUntil) {}
}
