package basics.embedded.gateway;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import basics.embedded.template.Json;

/**
 * The event of a Lambda proxy integration, version 1.0 (API Gateway Developer Guide, "Input format of a Lambda function
 * for proxy integration"), member by member as a capture of AWS has it: path and path parameters still percent-encoded,
 * query parameters decoded, a null for what is empty (hotsock/voker#8).
 */
final class ProxyEvent {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Lambda Developer Guide, "Lambda quotas": the 6 MB of a synchronous request. */
    private static final int LARGEST = 6 * 1024 * 1024;

    private final Api api;

    ProxyEvent(Api api) {
        this.api = api;
    }

    /** Empty when it is larger than an event may be, which is known before it is made where the body alone is. */
    Optional<byte[]> of(GatewayRequest request) {
        if (request.body().length > LARGEST) {
            return Optional.empty();
        }
        var event = NODES.objectNode();
        event.put("resource", request.route().path());
        event.put("path", request.path().inStage());
        event.put("httpMethod", request.method());
        event.set("headers", last(request.headers()));
        event.set("multiValueHeaders", all(request.headers()));
        event.set("queryStringParameters", last(request.query()));
        event.set("multiValueQueryStringParameters", all(request.query()));
        event.set("pathParameters", texts(request.pathParameters()));
        event.set("stageVariables", texts(api.stageVariables()));
        event.set("requestContext", context(request));
        var binary = new MediaTypes(api.binaryTypes()).isBinary(request.header("Content-Type"));
        if (request.body().length == 0) {
            event.putNull("body");
        } else if (binary) {
            event.put("body", Base64.getEncoder().encodeToString(request.body()));
        } else {
            event.put("body", new String(request.body(), StandardCharsets.UTF_8));
        }
        event.put("isBase64Encoded", binary && request.body().length > 0);
        return BoundedBytes.of(LARGEST, bytes -> Json.MAPPER.writeValue(bytes, event));
    }

    private ObjectNode context(GatewayRequest request) {
        var domain = request.header("Host");
        var context = NODES.objectNode();
        context.put("resourceId", request.route().resourceId());
        context.put("resourcePath", request.route().path());
        context.put("operationName", orNull(request.route().operationName()));
        context.put("httpMethod", request.method());
        context.put("extendedRequestId", extendedId(request));
        context.put("requestTime", TIME.format(request.time()));
        context.put("requestTimeEpoch", request.time().toEpochMilli());
        context.put("path", request.path().seen());
        context.put("accountId", api.account());
        context.put("protocol", request.protocol());
        context.put("stage", api.stage());
        context.put("domainPrefix", domain.split("[.:]", 2)[0]);
        context.put("domainName", domain);
        context.put("requestId", request.id().toString());
        context.put("apiId", api.id());
        context.set("authorizer", texts(request.authorizer()));
        var identity = context.putObject("identity");
        for (var absent : List.of("cognitoIdentityPoolId", "accountId", "cognitoIdentityId", "caller",
                "principalOrgId", "accessKey", "apiKey", "apiKeyId", "clientCert", "cognitoAuthenticationType",
                "cognitoAuthenticationProvider", "userArn", "user")) {
            identity.putNull(absent);
        }
        identity.put("sourceIp", request.sourceIp());
        identity.put("userAgent", orNull(request.header("User-Agent")));
        return context;
    }

    private static String extendedId(GatewayRequest request) {
        return Base64.getUrlEncoder()
                .encodeToString(request.id().toString().substring(0, 11).getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode last(Map<String, List<String>> values) {
        var node = NODES.objectNode();
        values.forEach((name, all) -> node.put(name, all.getLast()));
        return orNull(node);
    }

    private static JsonNode all(Map<String, List<String>> values) {
        return values.isEmpty() ? NODES.nullNode() : Json.MAPPER.valueToTree(values);
    }

    private static JsonNode texts(Map<String, String> values) {
        return values.isEmpty() ? NODES.nullNode() : Json.MAPPER.valueToTree(values);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static JsonNode orNull(ObjectNode node) {
        return node.isEmpty() ? NODES.nullNode() : node;
    }
}
