package basics.acceptance.documentation;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import basics.acceptance.scenario.NotApplicable;

/**
 * What became of an example on a target.
 *
 * @param gap
 *            what the target can't honour, if that is why the example is not applicable
 * @param failure
 *            why it failed, if it did
 * @param answers
 *            of the service that it showed, such as {@code readUser 404}
 */
record Outcome(Result result, Optional<NotApplicable> gap, Optional<Failure> failure, Set<String> answers) {

    static final Outcome NOT_RUN = new Outcome(Result.NOT_RUN, Optional.empty(), Optional.empty(), Set.of());

    /**
     * Why an example failed.
     *
     * @param step
     *            the first one that did, if it wasn't something around the example
     * @param exchanges
     *            the requests and answers, if there were any
     */
    record Failure(Optional<String> step, String message, List<String> exchanges) {}
}
