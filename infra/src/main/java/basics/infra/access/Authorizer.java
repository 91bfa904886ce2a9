package basics.infra.access;

import static java.util.Map.entry;

import java.util.Map;
import java.util.TreeMap;

import basics.infra.contract.Contract;
import basics.infra.functions.FunctionCode;
import basics.infra.functions.FunctionDefaults;
import basics.infra.functions.InvocationUri;
import basics.infra.settings.Environment;
import basics.infra.settings.Ordered;
import basics.infra.settings.Project;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;

/** Tells API Gateway who is calling and what they may do. Its role allows it to write its log and nothing else. */
public final class Authorizer extends Construct {

    /** Under the 29 s that API Gateway waits, and over the time limits of fetching the issuer's keys. */
    private static final Duration TIMEOUT = Duration.seconds(10);
    /** How long API Gateway accepts a token without asking again, even if it expires meanwhile. */
    private static final int CACHED_SECONDS = 60;
    /**
     * Anything not shaped like a bearer token is refused without starting the function. One or more blanks precede the
     * token (RFC 6750, section 2.1).
     */
    private static final String TOKEN = "^[Bb][Ee][Aa][Rr][Ee][Rr] +[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$";

    private final IFunction function;

    public Authorizer(Construct scope, Contract contract, Project project, TokenIssuer tokens,
            Environment environment) {
        super(scope, "Authorizer");
        var variables = new TreeMap<>(tokens.variables());
        variables.put("ROUTES", Stack.of(this).toJsonString(RoutesByScope.of(contract)));
        var latest = FunctionDefaults
                .of(this, environment, FunctionCode.managed(project.existingAuthorizerJar()), Map.of())
                .description("Who is calling, and what may they do?")
                .handler("basics.authorization.Authorize")
                .timeout(TIMEOUT)
                .environment(variables)
                .build();
        function = FunctionDefaults.invoked(latest, environment);
    }

    public IFunction function() {
        return function;
    }

    /** The security scheme, as API Gateway's extensions to OpenAPI describe it. */
    public Map<String, Object> scheme() {
        return Ordered.map(
                entry("type", "apiKey"),
                entry("name", "Authorization"),
                entry("in", "header"),
                entry("x-amazon-apigateway-authtype", "custom"),
                entry("x-amazon-apigateway-authorizer", Ordered.map(
                        entry("type", "token"),
                        entry("authorizerUri", InvocationUri.of(function)),
                        entry("authorizerResultTtlInSeconds", CACHED_SECONDS),
                        entry("identityValidationExpression", TOKEN))));
    }
}
