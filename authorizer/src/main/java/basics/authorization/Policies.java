package basics.authorization;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a token allows, as a policy ("Output from an API Gateway Lambda authorizer", Amazon API Gateway Developer
 * Guide). API Gateway keeps it and applies it to the token's next calls, whatever they are: so it depends on the token
 * alone, and lists all that its scopes allow, never just the method that was asked for.
 *
 * @param routes by scope
 */
record Policies(Map<String, List<String>> routes) {

    /** @param methodArn {@code arn:aws:execute-api:REGION:ACCOUNT:API/STAGE/METHOD/PATH} */
    Policy of(Identity identity, String methodArn) {
        var stage = stage(methodArn);
        var resources = new ArrayList<String>();
        for (var scope : routes.entrySet()) {
            if (identity.scopes().contains(scope.getKey())) {
                scope.getValue().forEach(route -> resources.add(stage + route));
            }
        }
        return resources.isEmpty()
                ? new Policy(identity, false, List.of(stage + "*"))
                : new Policy(identity, true, resources);
    }

    private static String stage(String methodArn) {
        var api = methodArn.indexOf('/');
        var stage = methodArn.indexOf('/', api + 1);
        if (api < 0 || stage < 0) {
            throw new IllegalStateException("The methodArn is not that of a method.");
        }
        return methodArn.substring(0, stage + 1);
    }

    /** The one statement about a token. */
    record Policy(Identity identity, boolean allows, List<String> resources) {

        Map<String, Object> json() {
            var statement = new LinkedHashMap<String, Object>();
            statement.put("Action", "execute-api:Invoke");
            statement.put("Effect", allows ? "Allow" : "Deny");
            statement.put("Resource", resources);
            var document = new LinkedHashMap<String, Object>();
            document.put("Version", "2012-10-17");
            document.put("Statement", List.of(statement));
            var answer = new LinkedHashMap<String, Object>();
            answer.put("principalId", identity.subject());
            answer.put("policyDocument", document);
            answer.put("context", Map.of("subject", identity.subject()));
            return answer;
        }
    }
}
