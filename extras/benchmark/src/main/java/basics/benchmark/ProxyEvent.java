package basics.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Proxy events (version 1.0) of realistic size, with all members that API Gateway sends. */
final class ProxyEvent {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ObjectNode event = MAPPER.createObjectNode();

    private ProxyEvent(String method, String resource, String path) {
        event.put("resource", resource).put("path", path).put("httpMethod", method);
        header("Accept", "application/json");
        header("Accept-Encoding", "gzip, deflate, br");
        header("Authorization", "Bearer " + "x".repeat(800));
        header("Host", "a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com");
        header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        header("X-Amzn-Trace-Id", "Root=1-67891233-abcdef012345678912345678");
        header("X-Forwarded-For", "203.0.113.7");
        header("X-Forwarded-Port", "443");
        header("X-Forwarded-Proto", "https");
        event.putNull("queryStringParameters").putNull("multiValueQueryStringParameters");
        event.putNull("pathParameters").putNull("stageVariables");
        var context = event.putObject("requestContext");
        context.put("accountId", "123456789012").put("apiId", "a1b2c3d4e5").put("stage", "api")
                .put("domainName", "a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com").put("httpMethod", method)
                .put("path", "/api" + path).put("protocol", "HTTP/1.1").put("resourcePath", resource)
                .put("requestId", "c6af9ac6-7b61-11e6-9a41-93e8deadbeef")
                .put("requestTime", "22/Nov/2026:10:15:30 +0000").put("requestTimeEpoch", 1795342530123L);
        context.putObject("identity").put("sourceIp", "203.0.113.7").put("userAgent", "Mozilla/5.0").putNull("user");
        context.putObject("authorizer").put("principalId", "ada").put("integrationLatency", 3);
        event.putNull("body").put("isBase64Encoded", false);
    }

    static ProxyEvent of(String method, String resource, String path) {
        return new ProxyEvent(method, resource, path);
    }

    private ProxyEvent header(String name, String value) {
        event.withObject("/headers").put(name, value);
        event.withObject("/multiValueHeaders").withArray(name).add(value);
        return this;
    }

    ProxyEvent path(String name, String value) {
        event.withObject("/pathParameters").put(name, value);
        return this;
    }

    ProxyEvent query(String name, String value) {
        event.withObject("/queryStringParameters").put(name, value);
        event.withObject("/multiValueQueryStringParameters").withArray(name).add(value);
        return this;
    }

    ProxyEvent body(String json) {
        event.put("body", json);
        return header("Content-Type", "application/json");
    }

    String json() {
        return event.toString();
    }
}
