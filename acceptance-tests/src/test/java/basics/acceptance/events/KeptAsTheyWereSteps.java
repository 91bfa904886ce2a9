package basics.acceptance.events;

import basics.acceptance.api.Json;
import basics.acceptance.api.Request;
import basics.acceptance.scenario.Scene;
import io.cucumber.java.en.When;

/** Attempts on events that were recorded: the contract has no such operation. */
public final class KeptAsTheyWereSteps {

    private final Scene scene;

    public KeptAsTheyWereSteps(Scene scene) {
        this.scene = scene;
    }

    @When("{person} changes the event {event}")
    public void changes(String person, String event) {
        scene.send(Request.patch(KnownEvents.path(event), Json.object().put("button", "sell")));
    }

    @When("{person} deletes the event {event}")
    public void deletes(String person, String event) {
        scene.send(Request.of("DELETE", KnownEvents.path(event)));
    }
}
