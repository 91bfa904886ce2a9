package basics.infra.tables;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The permissions of an operation's function on a table, and the variables by which it finds the table.
 *
 * @param operationId
 *            the operation of {@code openapi.yaml}, or the name of a function that has none
 * @param actions
 *            IAM's names, such as {@code dynamodb:Query}
 * @param arn
 *            the table or one of its indexes; the function may reach nothing else
 * @param variables
 *            the function's environment variables
 */
public record Reach(String operationId, List<String> actions, String arn, SortedMap<String, String> variables) {

    static Reach of(String operationId, String arn, String... actions) {
        return new Reach(operationId, Arrays.stream(actions).map(action -> "dynamodb:" + action).toList(), arn,
                new TreeMap<>());
    }

    /** Adds an environment variable. */
    Reach with(String variable, String value) {
        var more = new TreeMap<>(variables);
        more.put(variable, value);
        return new Reach(operationId, actions, arn, more);
    }

    /** The same actions on an index instead of its table. */
    Reach onIndex(String name) {
        return new Reach(operationId, actions, arn + "/index/" + name, variables);
    }
}
