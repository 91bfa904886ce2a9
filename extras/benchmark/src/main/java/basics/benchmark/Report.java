package basics.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The figures as a readable table and as JSON. */
final class Report {
    static final int TAIL = 99;
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    /** Times in milliseconds, each also compared with the floor's. */
    private static final Map<String, ToDoubleFunction<Samples>> TIMES = new LinkedHashMap<>();
    static {
        TIMES.put("init", Samples::init);
        TIMES.put("first", Samples::first);
        TIMES.put("cold", Samples::cold);
        TIMES.put("cold_cpu", Samples::computed);
        TIMES.put("warm_p10", samples -> samples.warm(10));
        TIMES.put("warm_p50", samples -> samples.warm(50));
        TIMES.put("warm_p90", samples -> samples.warm(90));
        TIMES.put("warm_p99", samples -> samples.warm(TAIL));
        TIMES.put("warm_cpu", Samples::warmComputed);
        TIMES.put("after_idle", Samples::idle);
    }

    private final ObjectNode json = MAPPER.createObjectNode();
    private final StringBuilder text = new StringBuilder();
    private final Page page = new Page();

    Report(Rounds rounds, boolean pinned) {
        json.put("runs", rounds.count()).put("warm_processes", rounds.warm()).put("warm_calls", rounds.calls())
                .put("pinned", pinned).put("memory_mib", Machine.MEMORY)
                .put("java", Runtime.version().toString());
    }

    void size(String name, Path jar) throws IOException {
        json.withObject("/package_bytes").put(name, Files.size(jar));
        text.append("%s: %,d bytes%n".formatted(jar.getFileName(), Files.size(jar)));
    }

    void add(Transport transport, Map<Subject, Samples> measured, Subject compared) {
        var floor = Objects.requireNonNull(measured.get(compared));
        text.append("%nDynamoDB over %s: ms, and times the floor%n%-24s".formatted(transport, ""));
        TIMES.keySet().forEach(name -> text.append("%15s".formatted(name)));
        text.append("%9s%22s%n".formatted("peak MiB", "warm_p99 of each"));
        page.add(transport, measured, floor);
        var all = json.withObject("/functions/" + transport);
        measured.forEach((subject, samples) -> {
            text.append("%-24s".formatted(subject.name()));
            var figures = all.putObject(subject.name());
            TIMES.forEach((name, time) -> {
                var millis = time.applyAsDouble(samples);
                var ratio = millis / time.applyAsDouble(floor);
                text.append("%9.2f%6.2f".formatted(millis, ratio));
                figures.put(name + "_ms", millis).put(name + "_to_floor", ratio);
            });
            var each = samples.warmOfEach(TAIL);
            text.append(
                    "%9.0f%22s%n".formatted(samples.peak(), "%.2f..%.2f".formatted(each.getFirst(), each.getLast())));
            figures.put("peak_mib", samples.peak());
            each.forEach(figures.putArray("warm_p99_of_each_ms")::add);
        });
    }

    void hot(String name, double micros, double error) {
        text.append("%-24s%10.2f us +- %.2f%n".formatted(name, micros, error));
        json.withObject("/hot").putObject(name).put("micros", micros).put("error", error);
    }

    /** Writes the JSON, and beside it the tables for the page. */
    void write(Path file) throws IOException {
        Files.writeString(file, MAPPER.writeValueAsString(json));
        Files.writeString(file.resolveSibling("performance.md"), page.toString());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
