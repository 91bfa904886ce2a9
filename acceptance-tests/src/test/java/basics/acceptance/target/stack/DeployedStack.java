package basics.acceptance.target.stack;

import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** A stack that somebody else deployed, by the default chain of credentials; {@code AWS_ENDPOINT_URL} is honoured. */
public final class DeployedStack {

    private DeployedStack() {}

    /** The value of an output of the stack. */
    public static String output(String stack, Region region, String key) {
        return Outputs.of(described(stack, region), key);
    }

    /** All outputs of the stack. */
    public static Map<String, String> outputs(String stack, Region region) {
        return described(stack, region).outputs().stream()
                .collect(Collectors.toUnmodifiableMap(Output::outputKey, Output::outputValue));
    }

    private static Stack described(String stack, Region region) {
        try (var client = CloudFormationClient.builder().region(region)
                .httpClientBuilder(UrlConnectionHttpClient.builder()).build()) {
            return client.describeStacks(of -> of.stackName(stack)).stacks().getFirst();
        }
    }
}
