package basics.acceptance.scenario;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Why something was refused, in a product owner's words, and how the contract says the same.
 *
 * @param place
 *            the member or parameter that the problem must name; empty for the request as a whole
 */
public record Refusal(int status, String place) {

    /** Those of every domain; each one has more of its own. */
    static final List<Reason> REASONS = List.of(reason("the sign-in is missing or not valid", 401, ""),
            reason("the rights don't reach that far", 403, ""),
            reason("the key belongs to another request", 422, ""),
            reason("there are too many requests", 429, ""), reason("the service failed", 502, ""),
            reason("the service is busy", 503, ""), reason("the sign-in can't be checked just now", 503, ""),
            reason("it took too long", 504, ""), reason("it is too large", 413, ""),
            reason("the service offers nothing of the kind", 404, ""),
            reason("the bookmark is not of this list", 400, "cursor"),
            new Reason("a page has 1 to 1,000 \\w+", _ -> new Refusal(400, "limit")));

    /** One in fixed words. */
    public static Reason reason(String words, int status, String place) {
        return new Reason(Pattern.quote(words), _ -> new Refusal(status, place));
    }

    /** Words, a regular expression, and the refusal that they mean. */
    public record Reason(Pattern words, Function<MatchResult, Refusal> refusal) {

        public Reason(String words, Function<MatchResult, Refusal> refusal) {
            this(Pattern.compile(words), refusal);
        }

        Stream<Refusal> of(String words) {
            var matcher = this.words.matcher(words);
            return matcher.matches() ? Stream.of(refusal.apply(matcher)) : Stream.of();
        }
    }
}
