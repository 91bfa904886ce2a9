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

    private static final List<Reason> REASONS = List.of(reason("the email is taken", 409, ""),
            reason("the sign-in is missing or not valid", 401, ""),
            reason("the rights don't reach that far", 403, ""), reason("there is no such user", 404, ""),
            reason("the user has changed since", 412, ""),
            reason("the key belongs to another request", 422, ""),
            reason("the event was recorded with other details", 409, ""),
            reason("the service is busy", 503, ""),
            reason("the event has expired already", 400, "/expires_at"),
            reason("the event is older than events are kept", 400, "/timestamp"),
            new Reason("event (\\d+) has expired already", found -> new Refusal(400, event(found, "/expires_at"))),
            new Reason("event (\\d+) was recorded with other details", found -> new Refusal(409, event(found, ""))),
            reason("the email is not one", 400, "/email"), reason("the name is not one", 400, "/event"),
            reason("the time is not one", 400, "/timestamp"),
            new Reason("the time of event (\\d+) is not one", found -> new Refusal(400, event(found, "/timestamp"))),
            new Reason("(\\w+) is kept by the service", found -> new Refusal(400, '/' + found.group(1))),
            reason("there are too many events", 400, "/events"), reason("there are too few events", 400, "/events"),
            reason("the name or the day must be given", 400, "date"));

    static Refusal of(String words) {
        return REASONS.stream().flatMap(reason -> reason.of(words)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No reason of the contract: " + words));
    }

    private static Reason reason(String words, int status, String place) {
        return new Reason(Pattern.quote(words), found -> new Refusal(status, place));
    }

    /** People count from one. */
    private static String event(MatchResult found, String member) {
        return "/events/" + (Integer.parseInt(found.group(1)) - 1) + member;
    }

    private record Reason(Pattern words, Function<MatchResult, Refusal> refusal) {

        private Reason(String words, Function<MatchResult, Refusal> refusal) {
            this(Pattern.compile(words), refusal);
        }

        private Stream<Refusal> of(String words) {
            var matcher = this.words.matcher(words);
            return matcher.matches() ? Stream.of(refusal.apply(matcher)) : Stream.of();
        }
    }
}
