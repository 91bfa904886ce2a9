package basics.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import basics.acceptance.api.Api;
import basics.acceptance.api.Exchange;
import basics.acceptance.api.FaultOrder;
import basics.acceptance.api.Request;
import basics.acceptance.api.Response;
import basics.acceptance.tokens.SignIn;

/** The state of one scenario. Every class of steps is given the same one. */
public final class Scene {

    private final Api api;
    private final Names names;
    private final FaultOrder faults;
    /** What each person has read, with the version in hand. */
    private final Map<String, Exchange> readings = new HashMap<>();
    private final List<Exchange> pages = new ArrayList<>();
    private List<Exchange> together = List.of();
    private @Nullable Exchange last;
    private @Nullable String asked;
    private @Nullable SignIn signIn;

    public Scene(Api api, Names names, FaultOrder faults) {
        this.api = api;
        this.names = names;
        this.faults = faults;
    }

    public Api api() {
        return api;
    }

    public Names names() {
        return names;
    }

    public Map<String, Exchange> readings() {
        return readings;
    }

    /** The pages that the scenario's list has shown so far. */
    public List<Exchange> pages() {
        return pages;
    }

    /** The items of all pages, in order. */
    public List<JsonNode> items() {
        var items = new ArrayList<JsonNode>();
        pages.forEach(page -> page.response().json().path("items").forEach(items::add));
        return items;
    }

    /** What was sent at the same moment, with its answers. */
    public List<Exchange> together() {
        return together;
    }

    public void sendTogether(List<Request> requests) {
        together = api.sendTogether(requests.stream().map(faults::on).toList());
    }

    /** From now on, what the scenario is about is sent as somebody else than the run itself. */
    public void signIn(SignIn somebody) {
        signIn = somebody;
    }

    /** What a scenario is about: its answer is the one that the following steps look at. */
    public Exchange send(Request request) {
        return sent(api.send(asOrdered(request)));
    }

    /** Sends what goes well: its answer is not what the scenario is about. */
    public void sendWell(Request request) {
        var exchange = send(request);
        assertThat(exchange.response().succeeded()).as(exchange.told()).isTrue();
    }

    /** Sends what is not served. */
    public void sendInVain(Request request) {
        var exchange = send(request);
        assertThat(exchange.response().succeeded()).as(exchange.told()).isFalse();
    }

    /** As {@link #send}, by somebody who comes back when told to wait. */
    public Exchange sendPatiently(Request request) {
        return sent(api.sendPatiently(asOrdered(request)));
    }

    private Request asOrdered(Request request) {
        return faults.on(signIn == null ? request : request.as(signIn));
    }

    private Exchange sent(Exchange exchange) {
        last = exchange;
        return exchange;
    }

    public Exchange last() {
        if (last == null) {
            throw new IllegalStateException("Nothing has been asked of the service yet");
        }
        return last;
    }

    public Response answer() {
        return last().response();
    }

    /** Begins a list: its first page. */
    public void firstPage(String path) {
        show(Request.get(path));
    }

    /** Begins what may be a list. */
    public void show(Request request) {
        pages.clear();
        asked = request.path();
        page(request);
    }

    /** The page of a list behind a bookmark that may be of another one, and is the list's only page then. */
    public void pageBehind(String path, String bookmark) {
        firstPage(behind(path, bookmark));
    }

    /** What the last page gave to go on with. */
    public String bookmark() {
        return pages.getLast().response().json().path("next_cursor").textValue();
    }

    /** The pages that follow, to the end or to the one that fails. */
    public void remainingPages() {
        while (nextPage()) {
            // Each page says whether there is one behind it.
        }
    }

    /** The page that follows, if the list has one and went well so far. */
    public boolean nextPage() {
        if (asked == null) {
            throw new IllegalStateException("No list has been begun");
        }
        var answer = pages.getLast().response();
        if (!answer.succeeded() || !answer.json().has("next_cursor")) {
            return false;
        }
        page(Request.get(behind(asked, bookmark())));
        return true;
    }

    private static String behind(String path, String bookmark) {
        return path + (path.contains("?") ? '&' : '?') + "cursor=" + Urls.encoded(bookmark);
    }

    private void page(Request request) {
        pages.add(send(request));
    }
}
