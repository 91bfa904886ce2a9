package basics.authorization;

import java.text.ParseException;
import java.util.List;
import java.util.Map;

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

    String effect() {
        return String.valueOf(statement().get("Effect"));
    }

    List<String> resources() {
        try {
            return JSONObjectUtils.getStringList(statement(), "Resource");
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> statement() {
        try {
            var statements = JSONObjectUtils.getJSONObjectArray(
                    JSONObjectUtils.getJSONObject(json, "policyDocument"), "Statement");
            if (statements.length != 1) {
                throw new IllegalStateException("One statement was expected.");
            }
            return statements[0];
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
