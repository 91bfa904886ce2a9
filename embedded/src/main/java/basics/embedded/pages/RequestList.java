package basics.embedded.pages;

import java.util.Map;

import basics.embedded.template.Json;
import basics.embedded.traces.Trace;
import basics.embedded.traces.Traces;

/** The last requests, a line each; none when nothing has changed since the number of changes that the page knows. */
public record RequestList(Traces traces) implements PageData {
    @Override
    public Document read(Map<String, String> query) {
        var changes = traces.changes();
        var answer = Json.MAPPER.createObjectNode().put("changes", changes);
        if (!Long.toString(changes).equals(query.get("since"))) {
            answer.set("requests", PageJson.of(traces.newest().stream().map(Trace::summary).toList()));
        }
        return Document.json(answer);
    }
}
