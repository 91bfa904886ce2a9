package basics.acceptance.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import basics.acceptance.api.Exchange;

/**
 * What a domain has stored in a scenario, as learnt from the answers. Each domain has one, which registers itself with
 * {@link Domains} before a scenario: the steps that all share ask every domain and name none.
 */
public interface Domain {

    /** Learns from an answer what the service must have kept, or must not. Called by several threads at a time. */
    void learn(Exchange exchange);

    /**
     * Reads again all that this scenario knows of.
     *
     * @throws AssertionError
     *             if something isn't as it was last shown
     */
    void assertUnchanged();

    /** The lists in which everything that this scenario has sent to be stored would show; none if it has sent nothing. */
    List<String> lists();

    /**
     * Deletes what this scenario has made.
     *
     * @throws AssertionError
     *             if something would stay for good
     */
    void cleanUp();

    /** The scenario's own values for parameters of the contract's paths, by name. */
    Map<String, String> parameters();

    /** What a placeholder of the contract's features stands for, if it is one of this domain. */
    default Optional<String> text(String placeholder) {
        return Optional.empty();
    }

    /** Why this domain refuses something, in a product owner's words. */
    default List<Refusal.Reason> reasons() {
        return List.of();
    }
}
