package basics.dynamodb;

import java.net.URI;
import java.util.concurrent.CompletableFuture;

import basics.http.Variables;
import software.amazon.awssdk.endpoints.EndpointUrl;
import software.amazon.awssdk.services.dynamodb.endpoints.DynamoDbEndpointParams;
import software.amazon.awssdk.services.dynamodb.endpoints.DynamoDbEndpointProvider;

/**
 * A function's fixed endpoint. It replaces the SDK's endpoint rules, which load the tables of all AWS partitions at
 * each start.
 */
final class Endpoint implements DynamoDbEndpointProvider {
    private final URI uri;
    private final CompletableFuture<software.amazon.awssdk.endpoints.Endpoint> endpoint;

    private Endpoint(URI uri) {
        this.uri = uri;
        endpoint = CompletableFuture
                .completedFuture(software.amazon.awssdk.endpoints.Endpoint.builder()
                        .endpointUrl(EndpointUrl.fromUri(uri)).build());
    }

    /**
     * The regional endpoint ("Amazon DynamoDB endpoints and quotas", AWS General Reference), unless a variable
     * overrides it.
     *
     * @param variables {@code AWS_REGION}, and {@code URL_SUFFIX}, the domain of the AWS partition ({@code
     *            amazonaws.com} if absent; CloudFormation User Guide, pseudo parameter {@code AWS::URLSuffix}). {@code
     *            AWS_ENDPOINT_URL_DYNAMODB} or {@code AWS_ENDPOINT_URL} takes precedence (AWS SDKs and Tools Reference
     *            Guide, "Service-specific endpoints")
     */
    static Endpoint of(Variables variables) {
        var given = variables.optional("AWS_ENDPOINT_URL_DYNAMODB");
        if (given == null) {
            given = variables.optional("AWS_ENDPOINT_URL");
        }
        return new Endpoint(URI.create(given == null ? regional(variables) : given));
    }

    private static String regional(Variables variables) {
        var suffix = variables.optional("URL_SUFFIX");
        return "https://dynamodb." + variables.required("AWS_REGION") + '.'
                + (suffix == null ? "amazonaws.com" : suffix);
    }

    URI uri() {
        return uri;
    }

    @Override
    public CompletableFuture<software.amazon.awssdk.endpoints.Endpoint> resolveEndpoint(
            DynamoDbEndpointParams ignored) {
        return endpoint;
    }
}
