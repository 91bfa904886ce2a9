package basics.embedded.authorizer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

import basics.embedded.authorizer.Verdict.Reason;
import basics.embedded.faults.Faults;
import basics.embedded.lambda.Lambda;
import basics.embedded.lambda.Outcome;
import basics.embedded.platform.Console;
import basics.embedded.platform.StartException;
import basics.embedded.template.Json;

/** Asks a method's authorizer before a call goes on (API Gateway Developer Guide, "Use API Gateway Lambda authorizers"). */
public final class Authorization {
    /** The exact error message by which a function rejects a token. */
    private static final String UNAUTHORIZED = "Unauthorized";
    /** The same limit as for an integration. */
    private static final Duration LONGEST = Duration.ofSeconds(29);
    private static final int CACHED = 1_000;

    private final Lambda lambda;
    private final Console console;
    private final GrantCache cache = new GrantCache(InstantSource.system(), CACHED);

    public Authorization(Lambda lambda, Console console) {
        this.lambda = lambda;
        this.console = console;
    }

    /** Decides a call. A header given twice is refused like a missing one, since it is unclear which token counts. */
    public Verdict check(Authorizer authorizer, Call call) throws InterruptedException {
        if (call.tokens().size() != 1 || !authorizer.accepts(call.tokens().getFirst())) {
            return new Verdict.Refused(Reason.UNAUTHORIZED);
        }
        var token = call.tokens().getFirst();
        var faults = lambda.concerning(authorizer.functionArn(), true, call.faults());
        // Under faults the function may answer differently than before, so cached grants don't apply.
        var known = faults == Faults.NONE ? cache.get(authorizer, token) : Optional.<Grant>empty();
        return known.isPresent() ? known.get().decide(call) : ask(authorizer, token, call, faults);
    }

    private Verdict ask(Authorizer authorizer, String token, Call call, Faults faults) throws InterruptedException {
        var event = Json.MAPPER.createObjectNode().put("type", "TOKEN").put("authorizationToken", token)
                .put("methodArn", call.arn()).toString().getBytes(StandardCharsets.UTF_8);
        try {
            return switch (lambda.invoke(authorizer.functionArn(), call.requestId(), event, LONGEST, faults)) {
                case Outcome.Answer(var answer) -> decide(authorizer, token, call, answer, faults);
                case Outcome.Failure failure when failure.message().equals(UNAUTHORIZED) ->
                    new Verdict.Refused(Reason.UNAUTHORIZED);
                case Outcome.Failure _ -> new Verdict.Refused(Reason.MISCONFIGURED);
                case Outcome.NotTaken _ -> new Verdict.Refused(Reason.FAILURE);
            };
        } catch (TimeoutException | ExecutionException failure) {
            console.line("%s the authorizer %s: %s".formatted(call.requestId(), authorizer.name(), failure));
            return new Verdict.Refused(Reason.FAILURE);
        }
    }

    private Verdict decide(Authorizer authorizer, String token, Call call, byte[] answer, Faults faults) {
        try {
            var grant = Grant.read(authorizer.name(), answer);
            if (faults == Faults.NONE) {
                cache.put(authorizer, token, grant);
            }
            return grant.decide(call);
        } catch (StartException malformed) {
            console.line("%s %s".formatted(call.requestId(), malformed.getMessage()));
            return new Verdict.Refused(Reason.MISCONFIGURED);
        }
    }
}
