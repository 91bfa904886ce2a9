package basics.acceptance.scenario;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why a scenario is not applicable to a target, as the message of the skipped scenario tells it and the target matrix
 * finds it there again.
 *
 * @param tag
 *            of the scenarios that need what the target lacks
 * @param reason
 *            what it lacks
 */
public record NotApplicable(String tag, String reason) {

    private static final Pattern MESSAGE = Pattern.compile("Not applicable: (@[^\\s,]+), (\\S.*)");

    /** What a skipped scenario says, if it was skipped for such a reason. */
    public static Optional<NotApplicable> in(String message) {
        var found = MESSAGE.matcher(message);
        return found.find() ? Optional.of(new NotApplicable(found.group(1), found.group(2).strip())) : Optional.empty();
    }

    public String message() {
        return "Not applicable: %s, %s".formatted(tag, reason);
    }
}
