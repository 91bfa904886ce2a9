package basics.acceptance.target;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** What requests have cost, as the functions' log tells it: a line for each request, with its id and its read units. */
final class Costs {

    /** Why a scenario that asks for costs is left out elsewhere. */
    static final String NOT_TOLD = "what a request costs is in the functions' log, which the test can't read";
    private static final Pattern LINE = Pattern.compile(" request_id=(\\S+) .*\\bread_units=(\\d+(?:\\.\\d+)?) ");

    private final Map<String, BigDecimal> reads = new ConcurrentHashMap<>();

    /** Learns from a line of the log. */
    void learn(String line) {
        var found = LINE.matcher(line);
        if (found.find()) {
            reads.put(found.group(1), new BigDecimal(found.group(2)));
        }
    }

    /** The read units of a request; none before its function has said so. */
    Optional<BigDecimal> reads(String requestId) {
        return Optional.ofNullable(reads.get(requestId));
    }
}
