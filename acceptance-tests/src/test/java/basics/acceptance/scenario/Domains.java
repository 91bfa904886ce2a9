package basics.acceptance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import basics.acceptance.api.Api;

/** The domains of the service, for the steps that all of them share. */
public final class Domains {

    private final List<Domain> domains = new ArrayList<>();

    public Domains(Api api) {
        api.observedBy(exchange -> domains.forEach(domain -> domain.learn(exchange)));
    }

    /** Before the scenario's first step. */
    public void register(Domain domain) {
        domains.add(domain);
    }

    public void assertUnchanged() {
        domains.forEach(Domain::assertUnchanged);
    }

    /** The lists of those domains that this scenario has sent something to be stored. */
    public List<String> lists() {
        var lists = domains.stream().flatMap(domain -> domain.lists().stream()).toList();
        assertThat(lists).as("lists of what was sent to be stored").isNotEmpty();
        return lists;
    }

    public Map<String, String> parameters() {
        var parameters = new HashMap<String, String>();
        domains.forEach(domain -> parameters.putAll(domain.parameters()));
        return parameters;
    }

    public Optional<String> text(String placeholder) {
        return domains.stream().flatMap(domain -> domain.text(placeholder).stream()).findFirst();
    }

    Refusal refusal(String words) {
        return Stream.concat(Refusal.REASONS.stream(), domains.stream().flatMap(domain -> domain.reasons().stream()))
                .flatMap(reason -> reason.of(words)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No reason of the contract: " + words));
    }

    void cleanUp() {
        domains.forEach(Domain::cleanUp);
    }
}
