package basics.infra.functions;

import java.util.ArrayList;

import software.amazon.awscdk.services.lambda.IAlias;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.lambda.IVersion;

/**
 * The snapshots that a deployment takes with SnapStart, one for each function's new version. Lambda limits the
 * snapshots that an account takes at a time, and fails beyond: "you have reached your concurrent snapshot creation
 * limit" (Lambda Developer Guide, "Troubleshooting SnapStart errors for Lambda functions";
 * hashicorp/terraform-provider-aws #29907). AWS doesn't document the limit. So each version waits for the snapshot of
 * another one.
 */
public final class Snapshots {

    /** 12 snapshots then take as long as 3 in sequence. */
    private static final int AT_A_TIME = 4;

    private Snapshots() {}

    /** Makes versions wait for each other, so that the deployment stays within Lambda's limit. */
    public static void takeInTurn(Functions operations, IFunction authorizer) {
        var versions = new ArrayList<IVersion>();
        operations.all().forEach(operation -> versions.add(version(operation.function())));
        versions.add(version(authorizer));
        for (var i = AT_A_TIME; i < versions.size(); i++) {
            versions.get(i).getNode().addDependency(versions.get(i - AT_A_TIME));
        }
    }

    private static IVersion version(IFunction alias) {
        return ((IAlias) alias).getVersion();
    }
}
