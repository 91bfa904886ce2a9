package basics.acceptance.target;

import basics.acceptance.target.stack.DeployedStack;
import basics.acceptance.tokens.ClientCredentials;
import basics.acceptance.tokens.Tokens;
import java.net.URI;
import java.util.Objects;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** The client that a deployed environment keeps for its acceptance tests, in the user pool of its stack. */
final class MachineClient {

    private MachineClient() {}

    /**
     * Signs in as it.
     *
     * @throws IllegalStateException
     *             if the environment takes the tokens of an issuer of its own, or the client's secret may not be read
     */
    static Tokens of(String stack, Region region) {
        var outputs = DeployedStack.outputs(stack, region);
        if (!outputs.containsKey("TokenUrl")) {
            throw new IllegalStateException(
                    ("The stack %s has no user pool, as its environment names an issuer: get an "
                            + "access token with all scopes there, and give it as the environment variable API_TOKEN")
                            .formatted(stack));
        }
        UnaryOperator<String> output = key -> Objects.requireNonNull(outputs.get(key),
                () -> "The stack %s has no output %s".formatted(stack, key));
        var id = output.apply("ClientId");
        try (var cognito = CognitoIdentityProviderClient.builder().region(region)
                .httpClient(UrlConnectionHttpClient.create()).build()) {
            var client = cognito
                    .describeUserPoolClient(asked -> asked.userPoolId(output.apply("UserPoolId")).clientId(id))
                    .userPoolClient();
            return new ClientCredentials(URI.create(output.apply("TokenUrl")), id, client.clientSecret(),
                    output.apply("ScopePrefix"));
        }
    }
}
