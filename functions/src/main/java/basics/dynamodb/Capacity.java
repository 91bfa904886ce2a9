package basics.dynamodb;

import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;

/** The capacity units that a request has consumed, which determine what it costs. */
public final class Capacity {
    private double read;
    private double write;

    public void read(ConsumedCapacity consumed) {
        read += units(consumed);
    }

    public void write(ConsumedCapacity consumed) {
        write += units(consumed);
    }

    private static double units(ConsumedCapacity consumed) {
        // Some DynamoDB emulators don't report it.
        return consumed == null || consumed.capacityUnits() == null ? 0 : consumed.capacityUnits();
    }

    public double readUnits() {
        return read;
    }

    double writeUnits() {
        return write;
    }
}
