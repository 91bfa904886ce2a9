package basics.acceptance.target;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

import basics.acceptance.options.TargetOptions;
import basics.acceptance.target.stack.ApiUrls;
import basics.acceptance.target.stack.DeployedStack;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** The stack of an environment, found with the AWS credentials and region of whoever runs this. */
final class DeployedTarget {

    private static final Path CDK_JSON = Path.of("..", "cdk.json");

    private DeployedTarget() {}

    /**
     * Finds it, and signs in as the environment's machine client unless a token is given.
     *
     * @throws IllegalArgumentException
     *             if no environment is given, or there is none of that name
     * @throws IllegalStateException
     *             if the environment is not deployed, or may not be looked at
     */
    static Target find(Options options) {
        var environment = options.get("env").orElseThrow(TargetOptions::needsEnvironment);
        var ruledOut = Environments.read(CDK_JSON).ruledOut(environment);
        var stack = "DynamoDbBasics-" + environment;
        try {
            var region = DefaultAwsRegionProviderChain.builder().build().getRegion();
            return at(DeployedStack.read(stack, region), environment, options).without(ruledOut);
        } catch (SdkException e) {
            throw new IllegalStateException("The stack %s can't be read: %s".formatted(stack, e.getMessage()), e);
        }
    }

    private static RunningTarget at(DeployedStack stack, String environment, Options options) {
        var url = stack.output("ApiUrl");
        var name = "deployed, environment %s at %s".formatted(environment, url);
        var endpoint = Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL")).filter(text -> !text.isBlank())
                .map(URI::create);
        var base = endpoint.map(at -> ApiUrls.at(at, url)).orElseGet(() -> ApiUrls.base(url));
        if (endpoint.filter(LocalStack::isAt).isPresent()) {
            return RunningTarget.inLocalStack(name, base);
        }
        return options.token().map(token -> RunningTarget.with(token, name, base))
                .orElseGet(() -> RunningTarget.of(name, base, MachineClient.of(stack))).onAws(endpoint.isEmpty());
    }
}
