package basics.authorization;

import java.text.ParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.nimbusds.jose.util.JSONObjectUtils;

/**
 * What the authorizer answered.
 *
 * @param json empty when it failed
 * @param failure the message that it failed with, or empty
 */
record Decision(Map<String, Object> json, String failure) {

    String principal() {
        return String.valueOf(json.get("principalId"));
    }

    /** Of the first statement: a policy that allows something begins with it. */
    String effect() {
        return String.valueOf(statements()[0].get("Effect"));
    }

    /** Of the first statement. */
    List<String> resources() {
        return resources(statements()[0]);
    }

    /** Whether API Gateway lets a call through: an explicit deny wins (IAM User Guide, "Policy evaluation logic"). */
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
