package basics.embedded.faults;

import java.util.Optional;
import java.util.Set;

/** Where whoever delivers records to functions learns of faults that were ordered for a delivery. */
@FunctionalInterface
public interface Deliveries {
    /** Nobody orders faults. */
    Deliveries FAULTLESS = (_, _) -> Optional.empty();

    /**
     * What happens to a delivery.
     *
     * @param faults
     *            under which the function works
     * @param kind
     *            of the delivery's own fault; empty for none
     */
    record Struck(Faults faults, Optional<DeliveryFault.Kind> kind) {}

    /**
     * The faults of a delivery; each call counts as one.
     *
     * @param function
     *            the function's short name
     * @param keys
     *            the texts among the values of the records' keys
     */
    Optional<Struck> of(String function, Set<String> keys);
}
