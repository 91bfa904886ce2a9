package basics.authorization;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.nimbusds.jose.util.JSONObjectUtils;

/** Calls an authorizer with JSON as API Gateway does, with a clock that tests set. */
final class Question {
    static final String API = "arn:aws:execute-api:eu-central-1:123456789012:a1b2c3/api/";
    /** Routes as the CDK app writes them. One operation has a separate scope, and its path is below that of another. */
    static final String ROUTES = """
        {
          "users:read": {"allow": ["GET/users", "GET/users/", "GET/users/*"], "deny": []},
          "users:write": {"allow": ["POST/users", "POST/users/"], "deny": []},
          "events:read": {"allow": ["GET/events/*"], "deny": []},
          "notes:read": {
            "allow": ["GET/users/*/notes", "GET/users/*/notes/"],
            "deny": ["GET/users/*/notes", "GET/users/*/notes/", "GET/users/*/%*", "GET/users/*/n%*", "GET/users/*/no%*",
                     "GET/users/*/not%*", "GET/users/*/note%*"]
          }
        }""";

    private final AtomicReference<Instant> now = new AtomicReference<>(TestToken.NOW);
    private final LogLines log = new LogLines();
    private final RequestStreamHandler authorizer;

    Question(RequestStreamHandler authorizer) {
        this.authorizer = authorizer;
    }

    /** @param jwks the URL of the issuer's keys */
    Question(String jwks) {
        this(jwks, Map.of("AUDIENCE", "dynamodb-basics"));
    }

    Question(String jwks, Map<String, String> more) {
        var environment = new HashMap<>(Map.of("ISSUER", "https://issuer.example", "JWKS_URI", jwks, "ROUTES", ROUTES));
        environment.putAll(more);
        authorizer = new Authorize(Settings.of(environment), (InstantSource) now::get);
    }

    void setTime(Instant instant) {
        now.set(instant);
    }

    Decision about(String token) {
        return ask("Bearer " + token, API + "GET/users");
    }

    Decision ask(@Nullable String authorization, String methodArn) {
        var event = new LinkedHashMap<String, @Nullable Object>();
        event.put("type", "TOKEN");
        event.put("authorizationToken", authorization);
        event.put("methodArn", methodArn);
        return send(JSONObjectUtils.toJSONString(event));
    }

    /** Sends this event unchanged. */
    Decision send(String event) {
        var output = new ByteArrayOutputStream();
        try {
            authorizer.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), output, log.context());
            return new Decision(JSONObjectUtils.parse(output.toString(UTF_8)), "");
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        } catch (IOException | RuntimeException e) {
            return new Decision(Map.of(), String.valueOf(e.getMessage()));
        }
    }

    List<String> log() {
        return log.lines();
    }
}
