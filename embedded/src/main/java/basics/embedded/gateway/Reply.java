package basics.embedded.gateway;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What the gateway sends back. */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
record Reply(int status, Map<String, List<String>> headers, byte[] body) {
    static Reply text(int status, Map<String, List<String>> headers, String body) {
        return new Reply(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether it has a header, whatever the case of its name. */
    boolean has(String header) {
        return headers.keySet().stream().anyMatch(header::equalsIgnoreCase);
    }
}
