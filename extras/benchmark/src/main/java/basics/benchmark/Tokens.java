package basics.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.eclipse.jetty.server.handler.ErrorHandler;

import basics.embedded.issuer.LocalIssuer;
import basics.embedded.platform.Listener;

/** The embedded target's issuer for the authorizer, with its keys over HTTP and one token. */
final class Tokens implements AutoCloseable {
    private static final String AUDIENCE = "dynamodb-basics";

    private final LocalIssuer issuer = LocalIssuer.open();

    Subject authorizer(Path jar) throws IOException, InterruptedException {
        var event = """
            {"type":"TOKEN","authorizationToken":"Bearer %s",\
            "methodArn":"arn:aws:execute-api:eu-central-1:123456789012:a1b2c3d4e5/api/GET/users"}"""
                .formatted(token());
        return new Subject("authorize", "basics.authorization.Authorize", jar,
                Map.of("ISSUER", issuer.issuer().toString(), "JWKS_URI", issuer.jwks().toString(), "AUDIENCE", AUDIENCE,
                        "ROUTES", "{\"users:read\":{\"allow\":[\"GET/users\",\"GET/users/*\"],\"deny\":[]}}"),
                _ -> event, List.of("\"Effect\":\"Allow\""));
    }

    private String token() throws IOException, InterruptedException {
        var form = "grant_type=client_credentials&client_id=local&client_secret=local&scope=users:read";
        try (var listener = Listener.open(0, Duration.ZERO, issuer.tokenEndpoint(() -> AUDIENCE), new ErrorHandler(),
                _ -> {});
                var http = HttpClient.newHttpClient()) {
            var answer = http.send(HttpRequest
                    .newBuilder(URI.create("http://127.0.0.1:%d/oauth2/token".formatted(listener.port())))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form)).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("No token: " + answer.body());
            }
            return answer.body().replaceFirst("(?s).*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        }
    }

    @Override
    public void close() {
        issuer.close();
    }
}
