package basics.embedded.faults;

import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/** An execution environment under faults. The faults wait for its first request, so that it can start. */
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

    /** Called when the function receives a request. */
    public void works() {
        working = true;
        faults.atOnce().ifPresent(this::strike);
    }

    /** Called when the function calls DynamoDB. Returns the fault of that call. */
    public Optional<DynamoDbFault> calls(String action, Supplier<JsonNode> call) {
        return working ? faults.ofCall(action, call) : Optional.empty();
    }

    /** Whether its faults have ended. */
    public boolean isSpared() {
        return faults.over();
    }

    /** Called at the point where a call fails. */
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
