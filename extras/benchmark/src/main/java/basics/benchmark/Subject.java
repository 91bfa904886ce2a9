package basics.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * A function to be measured.
 *
 * @param jar
 *            its code, as it is deployed
 * @param variables
 *            the environment variables that are its own
 * @param event
 *            the event of the n-th invocation
 * @param expected
 *            what every answer contains
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

    /** Fails unless it is the expected one: a fast wrong answer is no result. */
    void check(String answer) {
        for (var part : expected) {
            if (!answer.contains(part)) {
                throw new IllegalStateException(
                        "%s should have answered with %s, and answered %s".formatted(name, part, answer));
            }
        }
    }
}
