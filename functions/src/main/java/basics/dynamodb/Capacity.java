package basics.dynamodb;

import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;

/** The capacity units that a request has consumed, which determine what it costs. Its calls may run at once. */
public final class Capacity {
    private double read;
    private double write;

    public synchronized void read(ConsumedCapacity consumed) {
        read += units(consumed);
    }

    public synchronized void write(ConsumedCapacity consumed) {
        write += units(consumed);
    }

    private static double units(ConsumedCapacity consumed) {
        // Some DynamoDB emulators don't report it.
        return consumed == null || consumed.capacityUnits() == null ? 0 : consumed.capacityUnits();
    }

    public synchronized double readUnits() {
        return read;
    }

    public synchronized double writeUnits() {
        return write;
    }
}
