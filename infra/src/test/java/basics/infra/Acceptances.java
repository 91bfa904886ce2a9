package basics.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import basics.infra.contract.Operation;

/**
 * The findings of cdk-nag that are accepted, with the reasons. They are here and not beside the constructs. So the app
 * and its templates don't depend on cdk-nag, and a reviewer sees all of them on one page.
 */
final class Acceptances {

    private static final String STAGE = "Api/RestApi/DeploymentStage.api/Resource";
    private static final String POOL = "MachineClients/Pool/Resource";
    private static final String NIST = "NIST.800.53.R5-";

    private static final List<Acceptance> DEPLOYED = List.of(
            new Acceptance("AwsSolutions-APIG2", "Api/RestApi/Resource",
                    "The functions validate each request, so that every target answers the same problems, which name"
                            + " each offending member. API Gateway's validation supports only a part of JSON Schema."),
            new Acceptance("AwsSolutions-APIG6", STAGE,
                    "Execution logs contain paths and parameters, and so emails. The access log and one line of each"
                            + " function report each request without them."),
            new Acceptance("AwsSolutions-IAM4", "Api/RestApi/CloudWatchRole/Resource",
                    "API Gateway accepts a role for its logs only if it has the permissions of this AWS managed policy,"
                            + " which its documentation requires."),
            new Acceptance("AwsSolutions-COG2", POOL,
                    "The pool has no users who could sign in with a second factor: its only client is a machine with the"
                            + " client credentials grant, and nobody can sign up."),
            new Acceptance("AwsSolutions-COG3", POOL,
                    "Threat protection checks the sign-ins of users and charges by their number. The pool has no users, and"
                            + " no client through which one could sign in."),
            new Acceptance("AwsSolutions-IAM5", "MachineClients/SecretReader/Resource",
                    "The wildcard stands for the id of this stack. CloudFormation requires the permission on it when"
                            + " a client describes the stack by its name, and the caller knows only the name."),
            new Acceptance("AwsSolutions-IAM5", "KeepCounts/Role/Resource",
                    "IAM supports no resource for dynamodb:ListStreams, which Lambda requires of a function that reads a"
                            + " stream. It tells the names of streams and none of their records."),
            new Acceptance("AwsSolutions-SQS3", "KeepCounts/Failures/Queue/Resource",
                    "This is the dead-letter queue of a stream's mapping. Nothing receives from it but an operator's"
                            + " command, which deletes a message only after it has put it right."));

    private static final Acceptance NO_FIREWALL = new Acceptance("AwsSolutions-APIG3", STAGE,
            "A firewall costs some 9 USD a month even without traffic. Here the setting waf is off; tokens and"
                    + " throttling protect the API.");

    private static final String OWN_POLICY = "The policy is for this function only and is created and deleted with its role."
            + " A managed policy could be attached to other roles.";

    private static final String NO_VPC = "It calls one AWS service or the issuer over TLS, and nothing in a VPC. Its"
            + " permission decides who may call it. A VPC would add the cost and care of gateways.";

    private static final String NO_ACTION = "Whom an alarm tells, and how, is the account's own: an action is added to it"
            + " there. Here it shows its state, and its description says what to do.";

    /** The function that counts events, which Lambda calls with the records of a stream. */
    private static final List<Acceptance> CONSUMER = List.of(
            new Acceptance(NIST + "IAMNoInlinePolicy", "KeepCounts/Role/Resource", OWN_POLICY),
            new Acceptance(NIST + "LambdaInsideVPC", "KeepCounts/Function/Resource", NO_VPC),
            new Acceptance(NIST + "LambdaConcurrency", "KeepCounts/Function/Resource",
                    "At most as many run as the table's stream has shards. DynamoDB chooses that number: a reservation"
                            + " below it would keep records waiting, and one above it would take from others."),
            new Acceptance(NIST + "LambdaDLQ", "KeepCounts/Function/Resource",
                    "A dead-letter queue is for asynchronous invocations. Lambda calls this function with a stream's records,"
                            + " and the mapping of the stream has a queue for those that fail."),
            new Acceptance(NIST + "CloudWatchAlarmAction", "KeepCounts/Alarms/NotCounted/Resource", NO_ACTION),
            new Acceptance(NIST + "CloudWatchAlarmAction", "KeepCounts/Alarms/Late/Resource", NO_ACTION),
            new Acceptance(NIST + "CloudWatchAlarmAction", "KeepCounts/Alarms/NotCalled/Resource", NO_ACTION));

    private static final List<Acceptance> PRODUCTION = List.of(
            new Acceptance(NIST + "APIGWCacheEnabledAndEncrypted", STAGE,
                    "A cache would show users that were deleted or changed a moment ago, and one caller's page to another:"
                            + " every answer comes from the table."),
            new Acceptance(NIST + "APIGWExecutionLoggingEnabled", STAGE,
                    "Execution logs contain paths and parameters, and so emails. The access log and one line of each"
                            + " function report each request without them."),
            new Acceptance(NIST + "APIGWSSLEnabled", STAGE,
                    "A client certificate shows an HTTP backend that the caller is API Gateway. The backends are Lambda"
                            + " functions, whose IAM permission names only this API and route."),
            new Acceptance(NIST + "WAFv2LoggingEnabled", "Firewall/Acl",
                    "WAF's logs contain the caller's address, which can't be left out. Its metrics"
                            + " count what each rule blocks, and the access log has a line for it."));

    private Acceptances() {}

    static List<Acceptance> of(String environment) {
        var acceptances = new ArrayList<>(DEPLOYED);
        switch (environment) {
            case "dev" -> {
                tables().forEach(path -> acceptances.add(withoutRecovery(path)));
                acceptances.add(NO_FIREWALL);
            }
            case "staging" -> acceptances.add(NO_FIREWALL);
            case "prod" -> {
                acceptances.addAll(PRODUCTION);
                tables().forEach(path -> acceptances.add(withoutBackup(path)));
                logs().forEach(path -> acceptances.add(ownedKey(path)));
                functions().forEach(path -> acceptances.addAll(function(path)));
                acceptances.addAll(CONSUMER);
            }
            default -> throw new IllegalArgumentException(environment);
        }
        return acceptances;
    }

    private static List<Acceptance> function(String path) {
        return List.of(
                new Acceptance(NIST + "IAMNoInlinePolicy", path + "/Role/Resource",
                        OWN_POLICY),
                new Acceptance(NIST + "LambdaDLQ", path + "/Function/Resource",
                        "A dead-letter queue is for asynchronous invocations. API Gateway alone may call this function,"
                                + " waits for it, and tells the caller when it failed."),
                new Acceptance(NIST + "LambdaInsideVPC", path + "/Function/Resource",
                        NO_VPC));
    }

    private static Acceptance ownedKey(String path) {
        return new Acceptance(NIST + "CloudWatchLogGroupEncrypted", path,
                "CloudWatch Logs encrypts it with a key that AWS owns. A customer's key serves to audit who reads secrets;"
                        + " the lines contain no emails, bodies or tokens.");
    }

    private static Acceptance withoutRecovery(String path) {
        return new Acceptance("AwsSolutions-DDB3", path,
                "The data of dev is deleted with its stack (the setting retainData is off), so nothing is worth restoring.");
    }

    private static Acceptance withoutBackup(String path) {
        return new Acceptance(NIST + "DynamoDBInBackupPlan", path,
                "Point-in-time recovery covers 35 days, and deletion protection keeps the table. Copies for longer"
                        + " are a policy of the account, which AWS Backup applies by the stack's tags.");
    }

    private static List<String> tables() {
        return Synthesised.of("local").resources("AWS::DynamoDB::Table").keySet().stream()
                .map(id -> id.replaceFirst("Table[0-9A-F]{8}$", "/Table/Resource")).toList();
    }

    private static List<String> functions() {
        return Stream.concat(Synthesised.contract().operations().stream().map(Operation::title)
                .map(title -> "Functions/" + title), Stream.of("Authorizer")).toList();
    }

    private static List<String> logs() {
        return Stream.concat(functions().stream(), Stream.of("KeepCounts", "Api/AccessLog"))
                .map(path -> path + "/Logs/Resource")
                .toList();
    }
}
