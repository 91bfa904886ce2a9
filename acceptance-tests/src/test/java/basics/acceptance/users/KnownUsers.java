package basics.acceptance.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

/** The users of a scenario as they were last shown, or that there is none. */
public final class KnownUsers implements Domain {

    private static final String USERS = "/users";
    private static final Pattern MAILBOX = Pattern.compile("mailbox of (\\d+)");
    private static final List<Refusal.Reason> REASONS = List.of(Refusal.reason("the email is taken", 409, ""),
            Refusal.reason("there is no such user", 404, ""), Refusal.reason("the user has changed since", 412, ""),
            Refusal.reason("that is not an email address", 400, "/email"),
            Refusal.reason("an email can't be changed", 400, "/email"),
            Refusal.reason("there is nothing to change", 400, ""),
            Refusal.reason("there are too many changes", 400, ""),
            new Refusal.Reason("users can't be found by their (\\w+)", found -> new Refusal(400, found.group(1))),
            new Refusal.Reason("(.+) can only be set by the service",
                    found -> new Refusal(400, '/' + ServiceFields.name(found.group(1)))));

    private final Api api;
    private final Names names;
    private final Domains domains;
    private final Map<String, Optional<JsonNode>> users = new ConcurrentHashMap<>();
    private volatile boolean isWrittenTo;

    public KnownUsers(Api api, Names names, Domains domains) {
        this.api = api;
        this.names = names;
        this.domains = domains;
    }

    @Before
    public void register() {
        domains.register(this);
    }

    /** The path of a user. */
    public static String path(String email) {
        return USERS + '/' + Urls.encoded(email);
    }

    Map<String, Optional<JsonNode>> all() {
        return users;
    }

    /** The emails of those that the scenario has, and has not deleted. */
    List<String> emails() {
        return users.entrySet().stream().filter(user -> user.getValue().isPresent()).map(Map.Entry::getKey).toList();
    }

    /** The user as it was last shown. */
    JsonNode user(String email) {
        return users.getOrDefault(email, Optional.empty())
                .orElseThrow(() -> new IllegalStateException("No user " + email + " in this scenario so far"));
    }

    @Override
    public void learn(Exchange exchange) {
        var path = Urls.plain(exchange.request().path());
        if (exchange.request().method().equals("GET") || !(path + '/').startsWith(USERS + '/')) {
            return;
        }
        isWrittenTo = true;
        if (path.equals(USERS)) {
            created(exchange);
        } else {
            changed(Urls.decoded(path.substring(USERS.length() + 1)).toLowerCase(Locale.ROOT), exchange);
        }
    }

    private void created(Exchange exchange) {
        if (exchange.response().status() == 201) {
            show(exchange.response().json());
        } else {
            Json.object(exchange.request().body()).map(body -> body.path("email")).filter(JsonNode::isTextual)
                    .ifPresent(email -> users.putIfAbsent(email.textValue().toLowerCase(Locale.ROOT),
                            Optional.empty()));
        }
    }

    private void changed(String email, Exchange exchange) {
        switch (exchange.response().status()) {
            case 200 -> show(exchange.response().json());
            case 204 -> users.put(email, Optional.empty());
            default -> users.putIfAbsent(email, Optional.empty());
        }
    }

    private void show(JsonNode user) {
        users.put(user.path("email").textValue(), Optional.of(user));
    }

    @Override
    public void assertUnchanged() {
        users.forEach((email, known) -> {
            if (email.isBlank()) {
                return; // Its path would be that of all users.
            }
            var kept = api.send(Request.get(path(email)));
            assertThat(kept.response().status()).as(kept.told()).isEqualTo(known.isPresent() ? 200 : 404);
            known.ifPresent(user -> assertThat(kept.response().json()).isEqualTo(user));
        });
    }

    @Override
    public List<String> lists() {
        return isWrittenTo ? List.of(USERS + "?all=true") : List.of();
    }

    @Override
    public void cleanUp() {
        api.prepareAll(emails().stream().map(email -> Request.of("DELETE", path(email))).toList());
    }

    @Override
    public Map<String, String> parameters() {
        return emails().stream().findFirst().map(email -> Map.of("email", email)).orElse(Map.of());
    }

    /** The entity tag of the scenario's user, and a mailbox of its own of so many characters. */
    @Override
    public Optional<String> text(String placeholder) {
        if (placeholder.equals("etag")) {
            return Optional.of(api.prepare(Request.get(path(users.keySet().iterator().next()))).response().etag());
        }
        var start = 'm' + names.scenario();
        return Optional.of(MAILBOX.matcher(placeholder)).filter(found -> found.matches())
                .map(found -> start + "x".repeat(Integer.parseInt(found.group(1)) - start.length()));
    }

    @Override
    public List<Refusal.Reason> reasons() {
        return REASONS;
    }
}
