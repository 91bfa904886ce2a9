package basics.embedded.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

import basics.embedded.template.Json;

/** Reads what a function answers (API Gateway Developer Guide, "Output format of a Lambda function for proxy integration"). */
final class ProxyResponse {
    /** API Gateway sets these itself (Developer Guide, "Important notes for REST APIs"). */
    private static final Set<String> OF_THE_GATEWAY = Set.of("connection", "content-length", "date", "server",
            "transfer-encoding", "upgrade", "trailer", "te");

    private ProxyResponse() {}

    /** Empty when it is malformed. */
    static Optional<Reply> read(byte[] answer, boolean binaryWanted) {
        try {
            var json = Json.MAPPER.readTree(answer);
            var status = json.path("statusCode").asInt(-1);
            if (!json.isObject() || status < 100 || status > 599 || json.path("body").isContainerNode()) {
                return Optional.empty();
            }
            var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
            if (!addHeaders(headers, json.path("headers")) || !addHeaders(headers, json.path("multiValueHeaders"))) {
                return Optional.empty();
            }
            headers.putIfAbsent("Content-Type", List.of("application/json"));
            return Optional.of(new Reply(status, headers, body(json, binaryWanted)));
        } catch (IOException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static byte[] body(JsonNode json, boolean binaryWanted) {
        var body = json.path("body");
        var text = body.isNull() ? "" : body.asText();
        return binaryWanted && json.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(text)
                : text.getBytes(StandardCharsets.UTF_8);
    }

    /** A header of both kinds has the values of both; the same value is not sent twice. */
    private static boolean addHeaders(Map<String, List<String>> headers, JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return true;
        }
        for (var header : node.properties()) {
            if (OF_THE_GATEWAY.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                continue;
            }
            for (var value : Json.list(header.getValue())) {
                if (value.isContainerNode()) {
                    return false;
                }
                var values = headers.computeIfAbsent(header.getKey(), name -> new ArrayList<>());
                if (!values.contains(value.asText())) {
                    values.add(value.asText());
                }
            }
        }
        return node.isObject();
    }
}
