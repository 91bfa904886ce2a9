package basics.embedded.traces;

import java.util.List;

/**
 * A call of DynamoDB.
 *
 * @param attempt
 *            1 for the first; more is a retry by the SDK
 * @param targets
 *            tables, and indexes as {@code table/index}
 * @param request
 *            what it asks for, with names and values in their places
 * @param error
 *            DynamoDB's name of it; empty when it went well
 * @param result
 *            what it answered, without the items
 * @param units
 *            as DynamoDB said; empty when the call didn't ask for them
 * @param missing
 *            what the role doesn't grant and the call needs; empty when it was allowed
 * @param fault
 *            what a test has ordered to go wrong; empty for nothing
 */
public record DynamoDbCall(String function, String operation, int attempt, double atMillis, double millis,
        List<String> targets, List<Part> request, int status, String error, List<Part> result, List<Units> units,
        List<Missing> missing, String fault) {

    /** A named text. */
    public record Part(String name, String text) {}

    /**
     * Consumed capacity.
     *
     * @param of
     *            a table, or an index as {@code table/index}
     */
    public record Units(String of, double units) {}

    /** An action on a resource, as a statement of a policy allows it. */
    public record Missing(String action, String resource) {}

    double totalUnits() {
        return units.stream().mapToDouble(Units::units).sum();
    }
}
