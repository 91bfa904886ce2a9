package basics.acceptance.contract;

import java.util.LinkedHashMap;
import java.util.Map;

import basics.acceptance.api.Request;
import basics.acceptance.scenario.Scene;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;

/** Requests as they go over the wire. */
public final class RequestSteps {

    /** Placeholders may have blanks. */
    private static final String PATH = "(/(?:⟨[^⟩]*⟩|\\S)*)";
    private static final String REQUEST = "(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) " + PATH;

    private final Scene scene;
    private final Texts texts;
    private final Map<String, String> headers = new LinkedHashMap<>();

    public RequestSteps(Scene scene, Texts texts) {
        this.scene = scene;
        this.texts = texts;
    }

    @Given("^the request has the header ([^:]+): (.*)$")
    public void theRequestHasTheHeader(String name, String value) {
        headers.put(name, texts.text(value));
    }

    /** The list of a day follows what is recorded within a moment, and has a second page only then. */
    @Given("^the cursor of GET " + PATH + "$")
    public void theCursorOf(String path) {
        var request = Request.get(texts.text(path));
        texts.keepCursor(scene.api().eventually("a cursor",
                () -> scene.api().prepare(request).response().json().path("next_cursor").asText(),
                cursor -> !cursor.isEmpty()));
    }

    /** Counts follow what is recorded within a moment. */
    @Given("^GET " + PATH + " has counted (\\d+) in the end$")
    public void hasCounted(String path, int count) {
        var request = Request.get(texts.text(path));
        scene.api().eventually("a count of " + count,
                () -> scene.api().prepare(request).response().json().at("/items/0/count").intValue(),
                counted -> counted == count);
    }

    @Given("^GET " + PATH + " was sent$")
    public void wasSent(String path) {
        scene.api().prepare(Request.get(texts.text(path)));
    }

    @Given("^" + REQUEST + " was sent with the body (.*)$")
    public void wasSentWith(String method, String path, String body) {
        scene.api().prepare(request(method, path).withJson(texts.bytes(body)));
    }

    @Given("^" + REQUEST + " was sent with the key (\\S+) and the body (.*)$")
    public void wasSentWithTheKey(String method, String path, String key, String body) {
        scene.api().prepare(
                request(method, path).with(Map.of("Idempotency-Key", key)).withJson(texts.bytes(body)));
    }

    @When("^" + REQUEST + " is sent$")
    public void isSent(String method, String path) {
        var request = request(method, path).with(headers);
        if (method.equals("GET")) {
            scene.show(request);
        } else {
            scene.send(request);
        }
    }

    @When("^" + REQUEST + " is sent with the body ?(.*)$")
    public void isSentWith(String method, String path, String body) {
        scene.send(request(method, path).with(headers).withJson(texts.bytes(body)));
    }

    private Request request(String method, String path) {
        return Request.of(method, texts.text(path));
    }
}
