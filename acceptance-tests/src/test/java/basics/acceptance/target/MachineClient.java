package basics.acceptance.target;

import java.net.URI;

import basics.acceptance.target.stack.DeployedStack;
import basics.acceptance.tokens.ClientCredentials;
import basics.acceptance.tokens.Tokens;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
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
    static Tokens of(DeployedStack stack) {
        if (!stack.hasOutput("TokenUrl")) {
            throw new IllegalStateException(
                    ("The stack %s has no user pool, as its environment names an issuer: get an "
                            + "access token with all scopes there, and give it as the environment variable API_TOKEN")
                            .formatted(stack.name()));
        }
        var id = stack.output("ClientId");
        try (var cognito = CognitoIdentityProviderClient.builder().region(stack.region())
                .httpClient(UrlConnectionHttpClient.create()).build()) {
            var client = cognito
                    .describeUserPoolClient(asked -> asked.userPoolId(stack.output("UserPoolId")).clientId(id))
                    .userPoolClient();
            return new ClientCredentials(URI.create(stack.output("TokenUrl")), id, client.clientSecret(),
                    stack.output("ScopePrefix"));
        }
    }
}
