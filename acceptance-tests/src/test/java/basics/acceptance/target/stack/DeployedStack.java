package basics.acceptance.target.stack;

import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** A stack that somebody else deployed, by the default chain of credentials; {@code AWS_ENDPOINT_URL} is honoured. */
public record DeployedStack(Stack stack, Region region) {

    /** Asks CloudFormation once. */
    public static DeployedStack read(String name, Region region) {
        try (var client = CloudFormationClient.builder().region(region)
                .httpClientBuilder(UrlConnectionHttpClient.builder()).build()) {
            return new DeployedStack(client.describeStacks(of -> of.stackName(name)).stacks().getFirst(), region);
        }
    }

    public String name() {
        return stack.stackName();
    }

    public boolean hasOutput(String key) {
        return stack.outputs().stream().anyMatch(output -> output.outputKey().equals(key));
    }

    /**
     * The value of an output.
     *
     * @throws IllegalStateException
     *             if the stack doesn't have it
     */
    public String output(String key) {
        return Outputs.of(stack, key);
    }
}
