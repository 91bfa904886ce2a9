package basics.embedded.traces;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one request did. It grows until the request is answered, and a little after, by what functions log then. It holds a
 * bounded number of characters, and no token.
 */
public final class Trace {
    /** Of all parts together. */
    private static final int MOST_CHARACTERS = 64 * 1024;
    private static final int LONGEST_TEXT = 2 * 1024;

    private final long number;
    private final String id;
    private final String method;
    private final String target;
    private final Instant time = Instant.now();
    private final long began = System.nanoTime();
    private final Runnable changed;
    private final List<FunctionCall> functions = new ArrayList<>();
    private final List<DynamoDbCall> calls = new ArrayList<>();
    private final List<LogLine> log = new ArrayList<>();
    private String operation = "";
    private Verdict verdict = Verdict.NONE;
    private String sent = "";
    private String answered = "";
    private int status;
    private double millis;
    private int room = MOST_CHARACTERS;
    private int leftOut;

    /** A line that a function has logged, so long after the request came. */
    public record LogLine(double atMillis, String function, String text) {}

    /**
     * What the authorizer has said.
     *
     * @param outcome
     *            in words; empty when nobody was asked
     * @param claims
     *            what the token says of itself
     * @param context
     *            what the authorizer tells the function
     */
    public record Verdict(String outcome, Map<String, String> claims, Map<String, String> context) {
        static final Verdict NONE = new Verdict("", Map.of(), Map.of());
    }

    /**
     * In a line.
     *
     * @param status
     *            0 while it is under way
     */
    public record Summary(long number, String id, Instant time, String method, String target, String operation,
            int status, double millis, int calls, double units) {}

    /** As a whole. */
    public record Detail(Summary summary, Verdict verdict, List<FunctionCall> functions, List<DynamoDbCall> calls,
            List<LogLine> log, String sent, String answered, int leftOut) {}

    Trace(long number, String id, String method, String target, Runnable changed) {
        this.number = number;
        this.id = id;
        this.method = method;
        this.target = Secrets.hidden(Secrets.cut(target, LONGEST_TEXT));
        this.changed = changed;
    }

    String id() {
        return id;
    }

    /** How long ago the request came, in milliseconds. */
    public double age() {
        return (System.nanoTime() - began) / (double) Duration.ofMillis(1).toNanos();
    }

    /** It has a route; empty for one without an operation's name. */
    public synchronized void operation(String name) {
        operation = name;
        changed.run();
    }

    /** The authorizer was asked, or had said before. */
    public synchronized void verdict(Verdict said) {
        verdict = said;
        changed.run();
    }

    /** Its body, of which the beginning is kept. */
    public synchronized void sent(byte[] body) {
        sent = Secrets.text(body, LONGEST_TEXT);
    }

    /** A function was invoked for it. */
    public synchronized void add(FunctionCall call) {
        if (fits(call.toString().length())) {
            functions.add(call);
        }
        changed.run();
    }

    /** A function has called DynamoDB for it. */
    public synchronized void add(DynamoDbCall call) {
        if (fits(call.toString().length())) {
            calls.add(call);
        }
        changed.run();
    }

    /** A function has logged a line for it. */
    public synchronized void log(String function, String text) {
        var shown = Secrets.hidden(Secrets.cut(text, LONGEST_TEXT));
        if (fits(shown.length())) {
            log.add(new LogLine(age(), function, shown));
        }
        changed.run();
    }

    /** It is answered. */
    public synchronized void end(int answer, byte[] body) {
        status = answer;
        answered = Secrets.text(body, LONGEST_TEXT);
        millis = age();
        changed.run();
    }

    private boolean fits(int length) {
        if (length > room) {
            leftOut++;
            return false;
        }
        room -= length;
        return true;
    }

    public synchronized Summary summary() {
        return new Summary(number, id, time, method, target, operation, status, status == 0 ? age() : millis,
                calls.size(), calls.stream().mapToDouble(DynamoDbCall::totalUnits).sum());
    }

    public synchronized Detail detail() {
        return new Detail(summary(), verdict, List.copyOf(functions), List.copyOf(calls), List.copyOf(log), sent,
                answered, leftOut);
    }
}
