package basics.embedded.template;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * Physical names in CloudFormation's form, {@code stack-logicalId-SUFFIX}. The suffix is the same at each start, so
 * that a start finds the tables in the data folder again.
 */
final class Naming {
    /** The limit for functions and roles, which is the shortest. */
    private static final int LONGEST = 64;
    private static final int SUFFIX = 12;
    private static final String ACCOUNT = "000000000000";
    /**
     * What tells one stream of a table from its next. It is DynamoDB's to choose, and only known once there is a table; so
     * here it is the same for all.
     */
    static final String STREAM_LABEL = "2012-08-10T00:00:00.000";
    private final String stack;
    private final String region;

    Naming(String stack, String region) {
        this.stack = stack;
        this.region = region;
    }

    String physicalName(String logicalId) {
        var start = stack + "-" + logicalId;
        var room = LONGEST - SUFFIX - 1;
        return start.substring(0, Math.min(start.length(), room)) + "-"
                + id(logicalId, SUFFIX).toUpperCase(Locale.ROOT);
    }

    /** An id of letters and digits, in the form of a REST API's id. */
    String id(String logicalId, int length) {
        var hash = new BigInteger(1, sha256(stack + "/" + logicalId)).toString(36);
        return hash.substring(hash.length() - length);
    }

    String account() {
        return ACCOUNT;
    }

    String region() {
        return region;
    }

    String stack() {
        return stack;
    }

    String arn(String service, String resource) {
        return "arn:aws:%s:%s:%s:%s".formatted(service, service.equals("iam") ? "" : region, ACCOUNT, resource);
    }

    /** The ARN of a table's stream. */
    String streamArn(String table) {
        return arn("dynamodb", "table/" + table + "/stream/" + STREAM_LABEL);
    }

    /** What names a queue in requests to SQS. */
    String queueUrl(String name) {
        return "https://sqs.%s.amazonaws.com/%s/%s".formatted(region, ACCOUNT, name);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
