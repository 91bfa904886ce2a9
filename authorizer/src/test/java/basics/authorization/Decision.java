package basics.authorization;

import java.text.ParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.nimbusds.jose.util.JSONObjectUtils;

/**
 * The authorizer's answer.
 *
 * @param json the policy, empty when the authorizer failed
 * @param failure the message of its failure, or empty
 */
record Decision(Map<String, Object> json, String failure) {

    String principal() {
        return String.valueOf(json.get("principalId"));
    }

    /** The effect of the first statement. A policy that allows anything begins with the allowed resources. */
    String effect() {
        return String.valueOf(statements()[0].get("Effect"));
    }

    /** The resources of the first statement. */
    List<String> resources() {
        return resources(statements()[0]);
    }

    /** Whether API Gateway allows a call. An explicit deny wins (IAM User Guide, "Policy evaluation logic"). */
    boolean lets(String arn) {
        var effects = new HashSet<String>();
        for (var statement : statements()) {
            if (resources(statement).stream().anyMatch(resource -> matches(resource, arn))) {
                effects.add(String.valueOf(statement.get("Effect")));
            }
        }
        return effects.equals(Set.of("Allow"));
    }

    private static boolean matches(String resource, String arn) {
        var regex = Pattern.quote(resource).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return arn.matches(regex);
    }

    private static List<String> resources(Map<String, Object> statement) {
        try {
            return JSONObjectUtils.getStringList(statement, "Resource");
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object>[] statements() {
        try {
            return JSONObjectUtils.getJSONObjectArray(JSONObjectUtils.getJSONObject(json, "policyDocument"),
                    "Statement");
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
