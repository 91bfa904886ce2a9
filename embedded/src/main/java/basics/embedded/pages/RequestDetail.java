package basics.embedded.pages;

import java.util.Map;

import basics.embedded.traces.Traces;

/** One request as a whole, by its {@code id}. */
public record RequestDetail(Traces traces) implements PageData {
    @Override
    public Document read(Map<String, String> query) {
        return Document.json(traces.of(query.getOrDefault("id", "")).map(trace -> PageJson.of(trace.detail()))
                .orElseThrow(() -> new IllegalArgumentException("That request is forgotten by now.")));
    }
}
