package basics.acceptance.users;

import java.util.Map;

/** What the service itself sets of a user, in a product owner's words. */
final class ServiceFields {

    /** Matches one, for Cucumber expressions. */
    static final String WORDS = "the initial|the (?:time|date) of creation|the time of the last change|the version";
    private static final Map<String, String> NAMES = Map.of("the initial", "char", "the time of creation",
            "created_at", "the date of creation", "human_date", "the time of the last change", "updated_at",
            "the version", "version");

    private ServiceFields() {}

    /** What the contract calls it; anything else is called as it is, without its article. */
    static String name(String words) {
        return NAMES.getOrDefault(words, words.replaceFirst("^the ", ""));
    }
}
