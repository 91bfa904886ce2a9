package basics.embedded.streams;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

import basics.embedded.lambda.LambdaFunction;

/**
 * An event source mapping.
 *
 * @param functionArn
 *            by which the function is invoked
 * @param function
 *            which that was when the template was read
 * @param streamArn
 *            as the template has it
 * @param oldestFirst
 *            whether it begins with the oldest record there is, and not with the next
 * @param batch
 *            how many records a delivery has at most
 * @param window
 *            how long they are gathered
 * @param bisects
 *            whether a batch that fails is divided
 * @param reports
 *            whether the function answers which records have failed
 * @param retries
 *            of a batch; empty for no limit
 * @param age
 *            of records that are delivered; empty for no limit
 * @param destination
 *            the ARN of the queue that hears of what is given up; empty for none
 */
record Mapping(String id, String functionArn, LambdaFunction function, String streamArn, boolean oldestFirst,
        int batch, Duration window, boolean bisects, boolean reports, OptionalInt retries, Optional<Duration> age,
        Optional<String> destination) {
    /** Whether another one differs in nothing but how its function is, which is invoked as it is at the time. */
    boolean readsAs(Mapping other) {
        return equals(
                new Mapping(other.id, other.functionArn, function, other.streamArn, other.oldestFirst, other.batch,
                        other.window, other.bisects, other.reports, other.retries, other.age, other.destination));
    }
}
