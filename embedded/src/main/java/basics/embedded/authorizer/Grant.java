package basics.embedded.authorizer;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import basics.embedded.iam.Access;
import basics.embedded.iam.Decision;
import basics.embedded.iam.Policy;
import basics.embedded.platform.StartException;
import basics.embedded.template.Json;

/**
 * The answer of an authorizer for a token (API Gateway Developer Guide, "Output from an API Gateway Lambda
 * authorizer"). It belongs to the token, not to a method: each call gets a separate decision.
 */
record Grant(Policy policy, Map<String, String> context) {
    private static final String INVOKE = "execute-api:Invoke";

    /**
     * Reads an answer.
     *
     * @throws StartException
     *            when it is malformed, by the same rules as policies of the template
     */
    static Grant read(String authorizer, byte[] answer) {
        var owner = "the authorizer " + authorizer;
        var json = parse(answer)
                .orElseThrow(() -> new StartException("The answer of %s is not JSON.".formatted(owner)));
        var principal = json.path("principalId");
        if (!principal.isTextual() || principal.asText().isEmpty()) {
            throw new StartException("The answer of %s has no principalId.".formatted(owner));
        }
        if (!json.path("policyDocument").path("Statement").isContainerNode()) {
            throw new StartException("The answer of %s has no policy.".formatted(owner));
        }
        var context = new HashMap<String, String>();
        json.path("context").properties().forEach(entry -> {
            if (entry.getValue().isContainerNode() || entry.getValue().isNull()) {
                throw new StartException("%s in the context of %s is not a text, number or boolean."
                        .formatted(entry.getKey(), owner));
            }
            context.put(entry.getKey(), entry.getValue().asText());
        });
        context.put("principalId", principal.asText());
        return new Grant(Policy.read(owner, json.path("policyDocument")), Map.copyOf(context));
    }

    /**
     * Decides a call. An allow must match the path as sent, by which the method was chosen. A deny also counts when
     * only the decoded path matches it, so that no encoding evades it.
     */
    Verdict decide(Call call) {
        var decision = policy.decide(new Access(INVOKE, call.arn()));
        if (decision == Decision.DENIED
                || policy.decide(new Access(INVOKE, call.decodedArn())) == Decision.DENIED) {
            return new Verdict.Refused(Verdict.Reason.DENIED);
        }
        return decision == Decision.ALLOWED
                ? new Verdict.Allowed(context)
                : new Verdict.Refused(Verdict.Reason.NOT_ALLOWED);
    }

    private static Optional<JsonNode> parse(byte[] answer) {
        try {
            return Optional.ofNullable(Json.MAPPER.readTree(answer));
        } catch (IOException malformed) {
            return Optional.empty();
        }
    }
}
