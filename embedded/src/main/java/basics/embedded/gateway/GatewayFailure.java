package basics.embedded.gateway;

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
    static final GatewayFailure TOO_LARGE = new GatewayFailure("REQUEST_TOO_LARGE", 413, "Request Too Long");
    static final GatewayFailure TIMEOUT = new GatewayFailure("INTEGRATION_TIMEOUT", 504, "Endpoint request timed out");
    /** A function that fails, or answers what is no proxy response; the type has no name of its own. */
    static final GatewayFailure BAD_ANSWER = new GatewayFailure("DEFAULT_5XX", 502, "Internal server error");
    static final GatewayFailure INTERNAL = new GatewayFailure("DEFAULT_5XX", 500, "Internal server error");

    static GatewayFailure badRequest(int status, String message) {
        return new GatewayFailure("DEFAULT_4XX", status, message);
    }
}
