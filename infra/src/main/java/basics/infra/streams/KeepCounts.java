package basics.infra.streams;

import static java.util.Map.entry;

import java.util.List;

import basics.infra.functions.FunctionCode;
import basics.infra.functions.FunctionDefaults;
import basics.infra.settings.Environment;
import basics.infra.settings.Ordered;
import basics.infra.settings.Project;
import basics.infra.tables.CountsTable;
import basics.infra.tables.EventsTable;
import software.amazon.awscdk.Duration;
import software.constructs.Construct;

/** The function that counts events as the stream of their table tells of them. It is no operation of the API. */
public final class KeepCounts extends Construct {

    /** Enough for a batch of which each record is counted alone. */
    private static final Duration TIMEOUT = Duration.seconds(60);

    private final FailureQueue failures;

    public KeepCounts(Construct scope, Project project, EventsTable events, CountsTable counts,
            Environment environment) {
        super(scope, "KeepCounts");
        failures = new FailureQueue(this);
        var table = counts.keeping();
        var function = FunctionDefaults.inBackground(this, environment,
                FunctionCode.ofOperations(project, environment),
                Ordered.map(entry("data", FunctionDefaults.reach(List.of(table))),
                        entry("failures", failures.sending()),
                        entry("stream", StreamReading.of(events.stream()))))
                .description("Count events by hour")
                .handler("basics.counts.KeepCounts")
                .timeout(TIMEOUT)
                .environment(FunctionDefaults.variables(this, List.of(table)))
                .build();
        StreamReading.by(function, events.stream(), failures);
        new Alarms(this, function, events, failures);
    }

    /** The URL of the queue with what could not be counted. */
    public String failures() {
        return failures.url();
    }
}
