package basics.embedded.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import basics.embedded.faults.Faults;

/**
 * A request that has a route.
 *
 * @param pathParameters
 *            percent-encoded
 * @param authorizer
 *            what the authorizer tells of the caller; empty when there is none
 * @param faults
 *            under which it is answered
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
record GatewayRequest(UUID id, Instant time, String method, RequestPath path, String protocol, String sourceIp,
        Route route, Map<String, String> pathParameters, Map<String, List<String>> query,
        Map<String, List<String>> headers, Map<String, String> authorizer, byte[] body, Faults faults) {

    /** The last value of a header, whatever the case of its name; empty when there is none. */
    String header(String name) {
        return headers.entrySet().stream().filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> header.getValue().getLast()).findFirst().orElse("");
    }
}
