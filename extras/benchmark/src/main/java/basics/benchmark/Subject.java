package basics.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * A function to measure.
 *
 * @param jar
 *            its deployed code
 * @param variables
 *            its environment variables, without Lambda's
 * @param event
 *            the event of the n-th invocation
 * @param expected
 *            text that every answer must contain
 */
record Subject(String name, String handler, Path jar, Map<String, String> variables, IntFunction<String> event,
        List<String> expected, Start start) {

    Subject(String name, String handler, Path jar, Map<String, String> variables, IntFunction<String> event,
            List<String> expected) {
        this(name, handler, jar, variables, event, expected, Start.ON_DEMAND);
    }

    Subject starting(Start otherwise) {
        return new Subject(name + otherwise.suffix(), handler, jar, variables, event, expected, otherwise);
    }

    /** Fails unless the answer is the expected one, since a fast wrong answer proves nothing. */
    void check(String answer) {
        for (var part : expected) {
            if (!answer.contains(part)) {
                throw new IllegalStateException(
                        "%s should have answered with %s, but answered %s".formatted(name, part, answer));
            }
        }
    }
}
