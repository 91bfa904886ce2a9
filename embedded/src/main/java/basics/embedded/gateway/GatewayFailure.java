package basics.embedded.gateway;

import basics.embedded.authorizer.Verdict;

/**
 * A request that the gateway answers itself.
 *
 * @param type
 *            of the gateway response
 * @param status
 *            unless the API's gateway response says otherwise
 */
record GatewayFailure(String type, int status, String message) {
    static final GatewayFailure NOT_FOUND = new GatewayFailure("MISSING_AUTHENTICATION_TOKEN", 403,
            "Missing Authentication Token");
    static final GatewayFailure THROTTLED = new GatewayFailure("THROTTLED", 429, "Too Many Requests");
    static final GatewayFailure TOO_LARGE = new GatewayFailure("REQUEST_TOO_LARGE", 413, "Request Too Long");
    static final GatewayFailure TIMEOUT = new GatewayFailure("INTEGRATION_TIMEOUT", 504, "Endpoint request timed out");
    /** A function that fails, or answers what is no proxy response; the type has no name of its own. */
    static final GatewayFailure BAD_ANSWER = new GatewayFailure("DEFAULT_5XX", 502, "Internal server error");
    static final GatewayFailure INTERNAL = new GatewayFailure("DEFAULT_5XX", 500, "Internal server error");

    /** API Gateway Developer Guide, "Gateway response types". */
    static GatewayFailure of(Verdict.Reason reason) {
        return switch (reason) {
            case UNAUTHORIZED -> new GatewayFailure("UNAUTHORIZED", 401, "Unauthorized");
            case NOT_ALLOWED -> new GatewayFailure("ACCESS_DENIED", 403,
                    "User is not authorized to access this resource");
            case DENIED -> new GatewayFailure("ACCESS_DENIED", 403,
                    "User is not authorized to access this resource with an explicit deny");
            case FAILURE -> new GatewayFailure("AUTHORIZER_FAILURE", 500, "Internal server error");
            case MISCONFIGURED -> new GatewayFailure("AUTHORIZER_CONFIGURATION_ERROR", 500, "Internal server error");
        };
    }

    static GatewayFailure badRequest(int status, String message) {
        return new GatewayFailure("DEFAULT_4XX", status, message);
    }
}
