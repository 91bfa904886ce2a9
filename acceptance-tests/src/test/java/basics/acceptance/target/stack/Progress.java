package basics.acceptance.target.stack;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** The events of a stack: each is shown once, as it comes. */
final class Progress {

    /** What LocalStack says of a resource that it only pretends to make. */
    private static final String FALLBACK = "deployed as a fallback";

    private final PrintStream console;
    private final Instant start = Instant.now();
    private final Set<String> seen = new HashSet<>();
    private final List<StackEvent> events = new ArrayList<>();

    Progress(PrintStream console) {
        this.console = console;
    }

    /**
     * Shows those events that are new.
     *
     * @param newestFirst
     *            all events of the stack, in CloudFormation's order
     */
    void show(List<StackEvent> newestFirst) {
        for (var event : newestFirst.reversed()) {
            if (seen.add(event.eventId())) {
                events.add(event);
                console.printf("%5d s  %s%n", Duration.between(start, Instant.now()).toSeconds(), told(event));
            }
        }
    }

    /** All events so far, for the report of a failure. */
    String all() {
        return events.stream().map(Progress::told).collect(Collectors.joining("\n"));
    }

    /** Those resources that are there on paper only. */
    List<String> fallbacks() {
        return events.stream().filter(Progress::isFallback).map(Progress::told).toList();
    }

    private static boolean isFallback(StackEvent event) {
        var reason = event.resourceStatusReason();
        return reason != null && reason.toLowerCase(Locale.ROOT).contains(FALLBACK);
    }

    private static String told(StackEvent event) {
        var reason = event.resourceStatusReason();
        return "%-18s  %-26s  %s%s".formatted(event.resourceStatusAsString(), event.resourceType(),
                event.logicalResourceId(), reason == null || reason.isBlank() ? "" : ": " + reason.strip());
    }
}
