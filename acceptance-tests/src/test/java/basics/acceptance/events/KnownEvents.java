package basics.acceptance.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import basics.acceptance.api.Api;
import basics.acceptance.api.Exchange;
import basics.acceptance.api.Json;
import basics.acceptance.api.Request;
import basics.acceptance.scenario.Domain;
import basics.acceptance.scenario.Domains;
import basics.acceptance.scenario.Names;
import basics.acceptance.scenario.Refusal;
import basics.acceptance.scenario.Urls;
import io.cucumber.java.Before;

/** The events of a scenario, by name. */
public final class KnownEvents implements Domain {

    private static final String EVENTS = "/events";
    private static final String BATCHES = "/event-batches";
    private static final Pattern COUNTED = Pattern.compile("filled to (\\d+)|(\\d+) events");
    private static final List<Refusal.Reason> REASONS = List.of(
            Refusal.reason("the event was recorded with other details", 409, ""),
            Refusal.reason("the event has expired already", 400, "/expires_at"),
            Refusal.reason("the event is older than events are kept", 400, "/timestamp"),
            Refusal.reason("an event needs a name", 400, "/event"),
            Refusal.reason("the event has an invalid time", 400, "/timestamp"),
            Refusal.reason("a period has one beginning", 400, "from"),
            Refusal.reason("a period has one end", 400, "to"),
            Refusal.reason("a period ends after its beginning", 400, "from"),
            new Refusal.Reason("a count by (?:hour|day) covers at most .+", _ -> new Refusal(400, "to")),
            Refusal.reason("there are too many events", 400, "/events"),
            Refusal.reason("there are too few events", 400, "/events"),
            Refusal.reason("the name or the day must be given", 400, "date"),
            new Refusal.Reason("event (\\d+) has expired already", found -> new Refusal(400, of(found, "/expires_at"))),
            new Refusal.Reason("event (\\d+) was recorded with other details",
                    found -> new Refusal(409, of(found, ""))),
            new Refusal.Reason("event (\\d+) has an invalid time",
                    found -> new Refusal(400, of(found, "/timestamp"))));

    private final Api api;
    private final Names names;
    private final Domains domains;
    private final Map<String, List<JsonNode>> events = new ConcurrentHashMap<>();
    private volatile boolean isWrittenTo;

    public KnownEvents(Api api, Names names, Domains domains) {
        this.api = api;
        this.names = names;
        this.domains = domains;
    }

    @Before
    public void register() {
        domains.register(this);
    }

    /** The path of a name's events. */
    static String path(String name) {
        return EVENTS + '/' + Urls.encoded(name);
    }

    /** Those of all names. */
    List<JsonNode> all() {
        return events.values().stream().flatMap(List::stream).toList();
    }

    @Override
    public void learn(Exchange exchange) {
        var request = exchange.request();
        var path = Urls.plain(request.path());
        if (!request.method().equals("POST") || !(path.equals(EVENTS) || path.equals(BATCHES))) {
            return;
        }
        isWrittenTo = true;
        var body = Json.object(request.body()).orElseGet(Json::object);
        if (path.equals(BATCHES)) {
            body.path("events").forEach(this::named);
        } else {
            var kept = named(body);
            if (exchange.response().status() == 201) {
                kept.add(exchange.response().json());
            }
        }
    }

    private List<JsonNode> named(JsonNode event) {
        return events.computeIfAbsent(event.path("event").asText(), _ -> new CopyOnWriteArrayList<>());
    }

    @Override
    public void assertUnchanged() {
        events.forEach((name, known) -> {
            if (!name.isBlank()) {
                var kept = api.prepare(Request.get(path(name) + "?limit=1000"));
                var items = new ArrayList<>();
                kept.response().json().path("items").forEach(items::add);
                assertThat(items).as(kept.told()).containsExactlyInAnyOrderElementsOf(known);
            }
        });
    }

    @Override
    public List<String> lists() {
        return isWrittenTo
                ? List.of(EVENTS + "?limit=1000&date=" + LocalDate.now(Clock.systemUTC()),
                        EVENTS + "?limit=1000&date=" + names.day(), path(names.event("clicked")))
                : List.of();
    }

    /** Events can't be deleted, and must expire soon. */
    @Override
    public void cleanUp() {
        var aDayAhead = Instant.now().plus(1, ChronoUnit.DAYS).getEpochSecond();
        assertThat(all()).as("events that a scenario doesn't let expire within a day").noneMatch(
                event -> !event.has("expires_at") || event.path("expires_at").asLong() > aDayAhead);
    }

    @Override
    public Map<String, String> parameters() {
        return events.entrySet().stream().filter(named -> !named.getValue().isEmpty()).findFirst()
                .map(named -> Map.of("event", named.getKey())).orElse(Map.of());
    }

    /** So many events for a batch, and what makes a name so many bytes long. */
    @Override
    public Optional<String> text(String placeholder) {
        var clicked = names.event("clicked");
        return Optional.of(COUNTED.matcher(placeholder)).filter(found -> found.matches())
                .map(found -> found.group(2) == null
                        ? "x".repeat(Integer.parseInt(found.group(1)) - clicked.length())
                        : String.join(", ", Collections.nCopies(Integer.parseInt(found.group(2)),
                                "{\"event\": \"" + clicked + "\"}")));
    }

    @Override
    public List<Refusal.Reason> reasons() {
        return REASONS;
    }

    /** The place of an event in a batch: people count from one. */
    private static String of(MatchResult found, String member) {
        return "/events/" + (Integer.parseInt(found.group(1)) - 1) + member;
    }
}
