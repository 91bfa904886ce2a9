package basics.acceptance.scenario;

import basics.acceptance.api.Api;
import basics.acceptance.api.Exchange;
import basics.acceptance.api.Json;
import basics.acceptance.api.Request;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What the service must have kept, as learnt from its answers: users as they were last shown, or that there is none; the
 * events of each name.
 */
public final class Known {

    private static final String USERS = "/users/";

    private final Map<String, Optional<JsonNode>> users = new ConcurrentHashMap<>();
    private final Map<String, List<JsonNode>> events = new ConcurrentHashMap<>();

    public Known(Api api) {
        api.observedBy(this::learn);
    }

    public Map<String, Optional<JsonNode>> users() {
        return users;
    }

    /** The user as it was last shown. */
    public JsonNode user(String email) {
        return users.getOrDefault(email, Optional.empty())
                .orElseThrow(() -> new IllegalStateException("No user " + email + " in this scenario so far"));
    }

    public Map<String, List<JsonNode>> events() {
        return events;
    }

    private void learn(Exchange exchange) {
        var request = exchange.request();
        switch (request.method()) {
            case "POST" -> posted(exchange);
            case "PATCH", "DELETE" -> changed(exchange);
            default -> {
                // A read changes nothing.
            }
        }
    }

    private void posted(Exchange exchange) {
        var body = Json.object(exchange.request().body()).orElseGet(Json::object);
        switch (path(exchange)) {
            case "/users" -> {
                if (exchange.response().status() == 201) {
                    show(exchange.response().json());
                } else if (body.path("email").isTextual()) {
                    users.putIfAbsent(body.path("email").textValue().toLowerCase(Locale.ROOT), Optional.empty());
                }
            }
            case "/events" -> {
                var kept = eventsOf(body);
                if (exchange.response().status() == 201) {
                    kept.add(exchange.response().json());
                }
            }
            case "/event-batches" -> body.path("events").forEach(this::eventsOf);
            default -> {
                // No such path: nothing comes of it.
            }
        }
    }

    private List<JsonNode> eventsOf(JsonNode event) {
        return events.computeIfAbsent(event.path("event").asText(), name -> new CopyOnWriteArrayList<>());
    }

    private void changed(Exchange exchange) {
        if (!path(exchange).startsWith(USERS)) {
            return;
        }
        var email = Urls.decoded(path(exchange).substring(USERS.length())).toLowerCase(Locale.ROOT);
        if (exchange.response().status() == 200) {
            show(exchange.response().json());
        } else if (exchange.response().status() == 204) {
            users.put(email, Optional.empty());
        } else {
            users.putIfAbsent(email, Optional.empty());
        }
    }

    /** Without the slash at its end, which changes nothing. */
    private static String path(Exchange exchange) {
        return exchange.request().path().replaceFirst("(?<=.)/$", "");
    }

    private void show(JsonNode user) {
        users.put(user.path("email").textValue(), Optional.of(user));
    }
}
