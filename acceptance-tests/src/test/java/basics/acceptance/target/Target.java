package basics.acceptance.target;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import basics.acceptance.tokens.TestIssuer;
import basics.acceptance.tokens.Tokens;

/** A running service. It is started once for a run, and closed at its end. */
public interface Target extends AutoCloseable {

    /** API Gateway gives up after 29 s: whoever waits longer waits for nothing. */
    Duration TIMEOUT = Duration.ofSeconds(35);

    String name();

    /** The URL in front of the contract's paths, without a slash at its end. */
    URI apiUrl();

    /** Where access tokens come from. */
    Tokens tokens();

    /** The issuer itself, where it is in the test's hands: a target without one says so in {@link #notApplicable}. */
    default TestIssuer issuer() {
        throw new IllegalStateException("The issuer of " + name() + " is not in a test's hands");
    }

    /** How long a request may take. */
    default Duration timeout() {
        return TIMEOUT;
    }

    /** Where a scenario orders what goes wrong for it alone: a target without one says so in {@link #notApplicable}. */
    default Optional<URI> door() {
        return Optional.empty();
    }

    /**
     * What a request has cost in read units, once its function has said so: a target that can't tell says so in
     * {@link #notApplicable}.
     */
    default Optional<BigDecimal> reads(String requestId) {
        return Optional.empty();
    }

    /**
     * The messages about records that a function of a stream gave up on, as Lambda sends them: a target that can't order any
     * to fail has none.
     */
    default List<String> putAside() {
        return List.of();
    }

    /** The tags of the scenarios that this target can't honour, each with the reason. */
    default Map<String, String> notApplicable() {
        return Map.of();
    }

    /** Whether AWS itself answers: what is unsure of it is found out there, and no fault. */
    default boolean isAws() {
        return false;
    }

    /** What a run of all features has shown to be wrong, beyond the features themselves; in words. */
    default List<String> broken() {
        return List.of();
    }

    @Override
    void close();
}
