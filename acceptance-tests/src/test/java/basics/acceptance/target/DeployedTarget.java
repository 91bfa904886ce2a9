package basics.acceptance.target;

import basics.acceptance.target.stack.ApiUrls;
import basics.acceptance.target.stack.DeployedStack;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** The stack of an environment, found with the AWS credentials and region of whoever runs this. */
final class DeployedTarget {

    private static final Path CDK_JSON = Path.of("..", "cdk.json");

    private DeployedTarget() {}

    /**
     * Finds it.
     *
     * @throws IllegalArgumentException
     *             if no environment is given, or there is none of that name
     * @throws IllegalStateException
     *             if the environment is not deployed, or may not be looked at
     */
    static Target find(Options options) {
        var environment = options.get("env").orElseThrow(() -> new IllegalArgumentException(
                "-Dtarget=deployed needs -Denv=dev, staging or prod; without AWS rights, "
                        + "give -Dapi.url=URL and -Dapi.token=TOKEN in place of both"));
        var ruledOut = Environments.read(CDK_JSON).ruledOut(environment);
        var stack = "DynamoDbBasics-" + environment;
        try {
            var region = DefaultAwsRegionProviderChain.builder().build().getRegion();
            var url = DeployedStack.output(stack, region, "ApiUrl");
            var caller = options.givenCaller()
                    .orElseGet(() -> new SigningCaller(DefaultCredentialsProvider.builder().build(), region));
            return at(url, "deployed, environment %s at %s".formatted(environment, url), caller).without(ruledOut);
        } catch (SdkException e) {
            throw new IllegalStateException("The stack %s can't be read: %s".formatted(stack, e.getMessage()), e);
        }
    }

    private static RunningTarget at(String url, String name, Caller caller) {
        var endpoint = Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL")).filter(text -> !text.isBlank())
                .map(URI::create);
        if (endpoint.isEmpty()) {
            return new RunningTarget(name, ApiUrls.base(url), caller);
        }
        var target = new RunningTarget(name, ApiUrls.at(endpoint.get(), url), caller);
        return LocalStack.isAt(endpoint.get()) ? target.inLocalStack() : target;
    }
}
