package basics.acceptance.scenario;

import io.cucumber.java.ParameterType;

/** The words that all steps share. */
public final class Vocabulary {

    private final Domains domains;

    public Vocabulary(Domains domains) {
        this.domains = domains;
    }

    /** Whoever acts: a first name, or a thing that acts for somebody, such as {@code Leo's app}. */
    @ParameterType("[A-Z][a-z]+(?:'s [a-z]+)?")
    public String person(String name) {
        return name;
    }

    @ParameterType(".+")
    public Refusal refusal(String words) {
        return domains.refusal(words);
    }
}
