package basics.acceptance.target.stack;

import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

/** A stack that somebody else deployed, by the default chain of credentials; {@code AWS_ENDPOINT_URL} is honoured. */
public final class DeployedStack {

    private DeployedStack() {}

    /** The value of an output of the stack. */
    public static String output(String stack, Region region, String key) {
        try (var client = CloudFormationClient.builder().region(region)
                .httpClientBuilder(UrlConnectionHttpClient.builder()).build()) {
            return Outputs.of(client.describeStacks(of -> of.stackName(stack)).stacks().getFirst(), key);
        }
    }
}
