package basics.embedded.faults;

import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/** An execution environment as its faults find it: they wait for its first request, so that it can start. */
public final class Victim {
    private final Faults faults;
    private volatile @Nullable Process process;
    private volatile boolean working;

    public Victim(Faults faults) {
        this.faults = faults;
    }

    public void is(Process started) {
        process = started;
    }

    /** The function has been given a request. */
    public void works() {
        working = true;
        faults.atOnce().ifPresent(this::strike);
    }

    /** The function calls DynamoDB. */
    public Optional<DynamoDbFault> calls(String action, Supplier<JsonNode> call) {
        return working ? faults.ofCall(action, call) : Optional.empty();
    }

    /** Whether its faults are over. */
    public boolean isSpared() {
        return faults.over();
    }

    /** A call that goes wrong is at the point where it does. */
    public void strikeDuringCall() {
        faults.duringCall().ifPresent(this::strike);
    }

    private void strike(FunctionFault fault) {
        var struck = process;
        if (struck != null) {
            fault.strike(struck);
        }
    }
}
