package basics.infra.api;

import static java.util.Map.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import basics.infra.settings.Environment;
import basics.infra.settings.Ordered;

/**
 * An answer that API Gateway gives by itself, as the contract's problem document (RFC 9457). The types are API Gateway's
 * ("Gateway response types"); a type that is not listed there falls back to one of the two defaults.
 */
enum GatewayResponse {
    BAD_REQUEST_BODY(400, "Bad Request", "The body is not as it should be."),
    BAD_REQUEST_PARAMETERS(400, "Bad Request", "A parameter is not as it should be."),
    /** No token, a malformed one, or one that the authorizer rejects (RFC 6750, section 3). */
    UNAUTHORIZED(401, "Unauthorized", "Send a valid token as Authorization: Bearer <token>.",
            "WWW-Authenticate", "Bearer"),
    ACCESS_DENIED(403, "Forbidden", "The token does not have the scope that this operation needs."),
    EXPIRED_TOKEN(403, "Forbidden", "The caller's credentials have expired."),
    INVALID_API_KEY(403, "Forbidden", "The API key is not known."),
    WAF_FILTERED(403, "Forbidden", "The request was refused."),
    /**
     * A request that isn't routed at all, such as a target that is no path. {@link UnknownRoute} answers all others.
     */
    MISSING_AUTHENTICATION_TOKEN(404, "Not Found", "There is no such path or method."),
    /** The same with a token, which API Gateway there takes for a malformed signature. */
    INVALID_SIGNATURE(404, "Not Found", "There is no such path or method."),
    RESOURCE_NOT_FOUND(404, "Not Found", "There is no such path or method."),
    /**
     * Only from {@link UnknownRoute}, whose templates can't cover all media types. Functions check theirs themselves.
     */
    UNSUPPORTED_MEDIA_TYPE(404, "Not Found", "There is no such path or method."),
    REQUEST_TOO_LARGE(413, "Content Too Large", "The request is larger than the API takes."),
    QUOTA_EXCEEDED(429, "Too Many Requests", "The quota of requests is used up."),
    /** The bucket fills by the second ("Throttle requests to your REST APIs"). */
    THROTTLED(429, "Too Many Requests", "Too many requests at a time. Try again later.", "Retry-After", "1"),
    /**
     * The authorizer failed because it couldn't get the issuer's keys. The same token may be accepted a second later
     * (seen on AWS: auth0-samples/jwt-rsa-aws-custom-authorizer#6, serverless/examples#305).
     */
    AUTHORIZER_CONFIGURATION_ERROR(503, "Service Unavailable", "The caller can't be checked just now. Try again later.",
            "Retry-After", "1"),
    /** The authorizer couldn't be called. AWS doesn't say which failures fall here and which above. */
    AUTHORIZER_FAILURE(503, "Service Unavailable", "The caller can't be checked just now. Try again later.",
            "Retry-After", "1"),
    API_CONFIGURATION_ERROR(502, "Bad Gateway", "The function failed."),
    INTEGRATION_FAILURE(502, "Bad Gateway", "The function failed."),
    INTEGRATION_TIMEOUT(504, "Gateway Timeout", "The function did not answer in time."),
    DEFAULT_4XX(400, "Bad Request", "The request can't be read: its URL or headers are malformed or too long."),
    /** The gateway's own failures are all above: what is left is a function's crash or malformed answer. */
    DEFAULT_5XX(502, "Bad Gateway", "The function failed.");

    /** What a page may read, besides what it always may: when to come again, and the id to quote. */
    private static final String EXPOSED = "Retry-After, x-amzn-RequestId";

    private final int status;
    private final String title;
    private final String detail;
    /** A header of this response alone and its value. Unmodifiable, which the type can't say. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> header;

    GatewayResponse(int status, String title, String detail, String... header) {
        this.status = status;
        this.title = title;
        this.detail = detail;
        this.header = List.of(header);
    }

    /** The value of {@code x-amazon-apigateway-gateway-responses}. */
    static Map<String, Object> all(Environment environment) {
        var all = new LinkedHashMap<String, Object>();
        for (var response : values()) {
            all.put(response.name(), response.definition(environment));
        }
        return all;
    }

    private Map<String, Object> definition(Environment environment) {
        return Ordered.map(
                entry("statusCode", Integer.toString(status)),
                entry("responseParameters", parameters(environment)),
                entry("responseTemplates", Ordered.map(entry("application/json", problem()))));
    }

    int status() {
        return status;
    }

    /** The same headers as functions send. */
    Map<String, String> headers(Environment environment) {
        var headers = Cors.headers(environment);
        environment.corsOrigin().ifPresent(_ -> headers.put("Access-Control-Expose-Headers", EXPOSED));
        headers.put("Content-Type", "application/problem+json");
        headers.put("Cache-Control", "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Strict-Transport-Security", "max-age=31536000");
        headers.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        if (!header.isEmpty()) {
            headers.put(header.getFirst(), header.getLast());
        }
        return headers;
    }

    private Map<String, String> parameters(Environment environment) {
        var parameters = new LinkedHashMap<String, String>();
        headers(environment)
                .forEach((name, value) -> parameters.put("gatewayresponse.header." + name, "'" + value + "'"));
        return parameters;
    }

    /** The body: a template that knows the request's id. */
    String problem() {
        return """
            {"type":"about:blank","title":"%s","status":%d,"detail":"%s","instance":"$context.requestId"}"""
                .formatted(title, status, detail);
    }
}
