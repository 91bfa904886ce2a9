package basics.benchmark;

import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The tables for {@code docs/performance.md}, to be copied there unchanged. */
final class Page {
    private static final String HEAD = """
        | | cold | × | cold, cpu × | warm p50 | × | warm p99 | × | p99 of each process | after a pause | × | peak MiB |
        |---|---|---|---|---|---|---|---|---|---|---|---|
        """;

    private final StringBuilder text = new StringBuilder();

    void add(Transport transport, Map<Subject, Samples> measured, Samples floor) {
        text.append("DynamoDB over ").append(transport == Transport.TLS ? "TLS" : "plain HTTP").append(":\n\n")
                .append(HEAD);
        measured.forEach((subject, samples) -> text.append(row(subject.name(), samples, floor)));
        text.append('\n');
    }

    private static String row(String name, Samples samples, Samples floor) {
        var tails = samples.warmOfEach(Report.TAIL);
        return String.join(" | ", "| " + (samples == floor ? name : '`' + name + '`'),
                compared("%.0f", Samples::cold, samples, floor),
                number("%.2f", samples.computed() / floor.computed()),
                compared("%.2f", each -> each.warm(50), samples, floor),
                compared("%.1f", each -> each.warm(Report.TAIL), samples, floor),
                number("%.1f", tails.getFirst()) + " to " + number("%.1f", tails.getLast()),
                compared("%.1f", Samples::idle, samples, floor),
                number("%.0f", samples.peak())) + " |\n";
    }

    private static String compared(String format, ToDoubleFunction<Samples> time, Samples samples, Samples floor) {
        var millis = time.applyAsDouble(samples);
        return number(format, millis) + " | " + number("%.2f", millis / time.applyAsDouble(floor));
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
