package basics.embedded.faults;

import org.jspecify.annotations.Nullable;

/**
 * A fault of the delivery of a stream's records to a function. It concerns batches with a record of the key; others in such
 * a batch are delivered with it.
 *
 * @param kind
 *            null to deliver as usual, under the other faults of the order
 * @param key
 *            a text among the values of a record's keys
 * @param times
 *            how many of the next deliveries are affected; null for all
 */
public record DeliveryFault(@Nullable Kind kind, String key, @Nullable Integer times) {
    /** What happens to a batch. */
    public enum Kind {
        /** It comes once more, whatever the answer was. */
        TWICE,
        /** The process is killed when the function has done its work, before its answer is taken: so the batch comes again. */
        KILLED,
        /** Its records come in other groups and in another order first: so each comes more than once. */
        REGROUPED
    }

    /** Checks the values that a test has sent. */
    public DeliveryFault {
        Order.require(key != null, "delivery needs a key");
        Order.require(times == null || times > 0, "times must be positive");
    }
}
