package basics.acceptance.target;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import basics.acceptance.options.TargetOptions;
import basics.acceptance.tokens.ClientCredentials;
import basics.acceptance.tokens.Tokens;

/** A service that somebody else started, such as {@code mvn -Plocal} on another console. */
record RunningTarget(String name, URI apiUrl, Tokens tokens, Duration timeout,
        Map<String, String> notApplicable, boolean isAws) implements Target {

    private static final Map<String, String> NOT_IN_HAND = Map.of("@needs-issuer",
            "the issuer's keys are not in the test's hands", "@needs-faults", "nothing can be ordered to go wrong",
            "@needs-costs", Costs.NOT_TOLD);
    private static final Map<String, String> ONE_TOKEN = Map.of("@needs-scopes",
            "a token was given, and there is none with other scopes");

    /** One where an issuer gives this run what tokens it asks for. */
    static RunningTarget of(String name, URI apiUrl, Tokens tokens) {
        return new RunningTarget(name, apiUrl, tokens, TIMEOUT, NOT_IN_HAND, false);
    }

    /** One for which somebody has got a token with all scopes. */
    static RunningTarget with(String token, String name, URI apiUrl) {
        return of(name, apiUrl, Tokens.given(token)).without(ONE_TOKEN);
    }

    /** One that LocalStack serves. */
    static RunningTarget inLocalStack(String name, URI apiUrl) {
        return new RunningTarget(name + ", in LocalStack", apiUrl, Tokens.NOBODY_ASKS, LocalStack.TIMEOUT,
                LocalStackGaps.REASONS, false);
    }

    /**
     * The one at this URL, with the token that is given or, on this machine, that the embedded target's issuer gives.
     *
     * @throws IllegalArgumentException
     *             if neither can be had
     */
    static RunningTarget at(URI url, Options options) {
        var name = "running at " + url;
        var isHere = TargetOptions.isHere(url);
        return options.token().map(token -> with(token, name, url).onAws(!isHere)).orElseGet(() -> {
            if (!isHere) {
                throw TargetOptions.needsToken(url.toString());
            }
            return of(name, url, new ClientCredentials(URI.create(url + "/oauth2/token"), "local", "local", ""));
        });
    }

    /** The same, but for the scenarios with these tags, each with the reason. */
    RunningTarget without(Map<String, String> reasons) {
        var all = new HashMap<>(notApplicable);
        all.putAll(reasons);
        return new RunningTarget(name, apiUrl, tokens, timeout, Map.copyOf(all), isAws);
    }

    RunningTarget onAws(boolean isAwsItself) {
        return new RunningTarget(name, apiUrl, tokens, timeout, notApplicable, isAwsItself);
    }

    @Override
    public void close() {
        // Whoever started it ends it.
    }
}
