package basics.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A token with all scopes from the embedded target's issuer (RFC 6749, section 4.4), which accepts any client on this
 * machine.
 */
final class AccessToken {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CLIENT = Base64.getEncoder()
            .encodeToString("local:local".getBytes(StandardCharsets.US_ASCII));
    private static final String FORM = "grant_type=client_credentials"
            + "&scope=users%3Aread+users%3Awrite+events%3Aread+events%3Awrite";

    private AccessToken() {}

    /** @throws IOException if the issuer gives none */
    static String of(URI api) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(api + "/oauth2/token")).timeout(PATIENCE)
                .header("Authorization", "Basic " + CLIENT)
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(FORM))
                .build();
        try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("No access token from %s: %d".formatted(request.uri(), response.statusCode()));
            }
            return new ObjectMapper().readTree(response.body()).required("access_token").textValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for an access token", e);
        }
    }
}
