package basics.acceptance.counts;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.node.ObjectNode;

import basics.acceptance.api.Api;
import basics.acceptance.api.FaultOrder;
import basics.acceptance.api.Json;
import basics.acceptance.api.Run;
import basics.acceptance.target.Target;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;

/** What goes wrong between recording and counting, for one event name alone. */
public final class DeliverySteps {

    /** The function that follows the table of events; no request calls it. */
    private static final String COUNTING = "KeepCounts";

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Api api;
    private final FaultOrder faults;
    private final Target target = Run.current().target();
    private final Instant begun = Instant.now();

    public DeliverySteps(Api api, FaultOrder faults) {
        this.api = api;
        this.faults = faults;
    }

    @ParameterType("twice|one by one and out of order")
    public String handing(String how) {
        return how.equals("twice") ? "TWICE" : "REGROUPED";
    }

    @Given("the clicks {event} are handed over to be counted {handing}")
    public void areHandedOver(String event, String kind) {
        order(order -> order.putObject("delivery").put("kind", kind).put("key", event));
    }

    @Given("the function that counts dies once it has counted {event}")
    public void diesOnceItHasCounted(String event) {
        order(order -> order.putObject("delivery").put("kind", "KILLED").put("key", event).put("times", 1));
    }

    @Given("the function that counts dies as it counts {event}")
    public void diesAsItCounts(String event) {
        order(order -> order.put("function", "CRASH").putObject("dynamoDb").put("kind", "REQUEST_LOST")
                .put("key", event).put("calls", 1));
    }

    @Given("the counts of {event} are too busy")
    public void areTooBusy(String event) {
        writes(event, "THROTTLED");
    }

    @Given("the counts of {event} can't be written")
    public void cantBeWritten(String event) {
        writes(event, "DENIED");
    }

    /** A message doesn't name the event. It says when it was written, and no other scenario has any put aside. */
    @Given("{event} has been put aside")
    public void hasBeenPutAside(String event) {
        api.eventually(event + " put aside", CountSteps.PATIENCE, PAUSE, target::putAside,
                messages -> messages.stream().map(DeliverySteps::written).anyMatch(begun::isBefore));
    }

    private static Instant written(String message) {
        return Instant.parse(Json.parse(message).path("timestamp").textValue());
    }

    private void writes(String event, String kind) {
        order(order -> order.putObject("dynamoDb").put("kind", kind).put("key", event));
    }

    private void order(Consumer<ObjectNode> more) {
        var order = Json.object();
        order.putArray("functions").add(COUNTING);
        more.accept(order);
        faults.orderApart(order);
    }
}
