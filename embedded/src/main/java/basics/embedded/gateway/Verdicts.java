package basics.embedded.gateway;

import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.jetty.server.Request;

import com.fasterxml.jackson.databind.JsonNode;

import basics.embedded.authorizer.Authorizer;
import basics.embedded.authorizer.Verdict;
import basics.embedded.template.Json;
import basics.embedded.traces.Trace;

/** An authorizer's verdict in words, for those who look at a request. */
final class Verdicts {
    private static final String EXPIRY = "exp";

    private Verdicts() {}

    static Trace.Verdict of(Verdict verdict, Request request, Authorizer authorizer, Trace trace) {
        var tokens = request.getHeaders().getValuesList(authorizer.header());
        return new Trace.Verdict(outcome(verdict, tokens.isEmpty(), !trace.detail().functions().isEmpty()),
                tokens.isEmpty() ? Map.of() : claims(tokens.getFirst()),
                verdict instanceof Verdict.Allowed(var context) ? context : Map.of());
    }

    private static String outcome(Verdict verdict, boolean isWithout, boolean wasAsked) {
        var from = wasAsked ? "" : ", from the gateway's cache";
        return switch (verdict) {
            case Verdict.Allowed _ -> "allowed" + from;
            case Verdict.Refused(var reason) -> switch (reason) {
                case UNAUTHORIZED -> isWithout
                        ? "refused: no token"
                        : wasAsked
                                ? "refused: the authorizer doesn't take the token"
                                : "refused by the gateway: not shaped like a token";
                case NOT_ALLOWED -> "refused: the authorizer's policy doesn't allow this method" + from;
                case DENIED -> "refused: the authorizer's policy denies this method" + from;
                case FAILURE -> "refused: the authorizer didn't answer";
                case MISCONFIGURED -> "refused: the authorizer failed";
            };
        };
    }

    /** What a token says of itself, true or not. Never the token. */
    private static Map<String, String> claims(String header) {
        var parts = header.split("\\.", -1);
        var claims = new TreeMap<String, String>();
        try {
            var json = parts.length == 3 ? Json.MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1])) : null;
            if (json != null) {
                json.properties().forEach(claim -> claims.put(claim.getKey(), text(claim.getKey(), claim.getValue())));
            }
        } catch (IOException | IllegalArgumentException noToken) {
            return Map.of();
        }
        return claims;
    }

    private static String text(String name, JsonNode value) {
        return name.equals(EXPIRY) && value.canConvertToLong()
                ? Instant.ofEpochSecond(value.asLong()).toString()
                : value.isTextual() ? value.asText() : value.toString();
    }
}
