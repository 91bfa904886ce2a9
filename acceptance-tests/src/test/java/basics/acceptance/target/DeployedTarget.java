package basics.acceptance.target;

import basics.acceptance.target.stack.ApiUrls;
import basics.acceptance.target.stack.DeployedStack;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** The stack of an environment, found with the AWS credentials and region of whoever runs this. */
final class DeployedTarget {

    private DeployedTarget() {}

    /**
     * Finds it.
     *
     * @throws IllegalArgumentException
     *             if no environment is given
     * @throws IllegalStateException
     *             if the environment is not deployed, or may not be looked at
     */
    static Target find(Options options) {
        var environment = options.get("env").orElseThrow(() -> new IllegalArgumentException(
                "-Dtarget=deployed needs -Denv=dev, staging or prod; without AWS rights, "
                        + "give -Dapi.url=URL and -Dapi.token=TOKEN in place of both"));
        var stack = "DynamoDbBasics-" + environment;
        try {
            var region = DefaultAwsRegionProviderChain.builder().build().getRegion();
            var url = DeployedStack.output(stack, region, "ApiUrl");
            return new RunningTarget("deployed, environment %s at %s".formatted(environment, url), at(url),
                    options.givenCaller()
                            .orElseGet(() -> new SigningCaller(DefaultCredentialsProvider.builder().build(), region)));
        } catch (SdkException e) {
            throw new IllegalStateException("The stack %s can't be read: %s".formatted(stack, e.getMessage()), e);
        }
    }

    private static URI at(String url) {
        return Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL")).filter(endpoint -> !endpoint.isBlank())
                .map(endpoint -> ApiUrls.at(URI.create(endpoint), url)).orElseGet(() -> ApiUrls.base(url));
    }
}
