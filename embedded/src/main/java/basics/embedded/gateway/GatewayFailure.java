package basics.embedded.gateway;

import org.jspecify.annotations.Nullable;

import basics.embedded.authorizer.Verdict;

/**
 * A request that the gateway answers itself.
 *
 * @param type
 *            of the gateway response
 * @param status
 *            unless the API's gateway response says otherwise
 * @param message
 *            which some types lack
 */
record GatewayFailure(String type, int status, @Nullable String message) {
    static final GatewayFailure NOT_FOUND = new GatewayFailure("MISSING_AUTHENTICATION_TOKEN", 403,
            "Missing Authentication Token");
    static final GatewayFailure THROTTLED = new GatewayFailure("THROTTLED", 429, "Too Many Requests");
    static final GatewayFailure TOO_LARGE = new GatewayFailure("REQUEST_TOO_LARGE", 413, "Request Too Long");
    static final GatewayFailure UNSUPPORTED_MEDIA_TYPE = new GatewayFailure("UNSUPPORTED_MEDIA_TYPE", 415,
            "Unsupported Media Type");
    /** An integration that can't be carried out as it is set up. */
    static final GatewayFailure CONFIGURATION = new GatewayFailure("API_CONFIGURATION_ERROR", 500,
            "Internal server error");
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
            // Without a message (seen on AWS: auth0-samples/jwt-rsa-aws-custom-authorizer#6).
            case MISCONFIGURED -> new GatewayFailure("AUTHORIZER_CONFIGURATION_ERROR", 500, null);
        };
    }

    /**
     * What the header {@code x-amzn-ErrorType} says. Most were seen on AWS; those of {@code AUTHORIZER_FAILURE} and of
     * types that are not named here are guesses.
     */
    String exception() {
        return switch (type) {
            case "MISSING_AUTHENTICATION_TOKEN" -> "MissingAuthenticationTokenException";
            case "UNAUTHORIZED" -> "UnauthorizedException";
            case "ACCESS_DENIED" -> "AccessDeniedException";
            case "AUTHORIZER_CONFIGURATION_ERROR" -> "AuthorizerConfigurationException";
            case "AUTHORIZER_FAILURE" -> "AuthorizerFailureException";
            case "THROTTLED" -> "TooManyRequestsException";
            default -> status < 500 ? "BadRequestException" : "InternalServerErrorException";
        };
    }

    static GatewayFailure badRequest(int status, String message) {
        return new GatewayFailure("DEFAULT_4XX", status, message);
    }
}
