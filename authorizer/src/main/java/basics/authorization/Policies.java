package basics.authorization;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the policy of a token ("Output from an API Gateway Lambda authorizer", Amazon API Gateway Developer Guide). API
 * Gateway caches it and applies it to the token's next calls to any method. So it depends on the token alone, and lists
 * all routes of the token's scopes.
 *
 * @param routes the routes of each scope
 */
record Policies(Map<String, Routes> routes) {

    /** @param methodArn {@code arn:aws:execute-api:REGION:ACCOUNT:API/STAGE/METHOD/PATH} */
    Policy of(Identity identity, String methodArn) {
        var stage = stage(methodArn);
        var allowed = new ArrayList<String>();
        var denied = new ArrayList<String>();
        routes.forEach((scope, opened) -> {
            if (identity.scopes().contains(scope)) {
                opened.allow().forEach(route -> allowed.add(stage + route));
            } else {
                opened.deny().forEach(route -> denied.add(stage + route));
            }
        });
        return allowed.isEmpty()
                ? new Policy(identity, List.of(), List.of(stage + "*"))
                : new Policy(identity, allowed, denied);
    }

    private static String stage(String methodArn) {
        var api = methodArn.indexOf('/');
        var stage = methodArn.indexOf('/', api + 1);
        if (api < 0 || stage < 0) {
            throw new IllegalStateException("The methodArn is not that of a method.");
        }
        return methodArn.substring(0, stage + 1);
    }

    /**
     * The policy of one token.
     *
     * @param denied routes that match an allowed pattern but belong to a scope that the token lacks; a deny wins
     */
    record Policy(Identity identity, List<String> allowed, List<String> denied) {

        boolean allows() {
            return !allowed.isEmpty();
        }

        Map<String, Object> json() {
            var statements = new ArrayList<Map<String, Object>>();
            add(statements, "Allow", allowed);
            add(statements, "Deny", denied);
            var document = new LinkedHashMap<String, Object>();
            document.put("Version", "2012-10-17");
            document.put("Statement", statements);
            var answer = new LinkedHashMap<String, Object>();
            answer.put("principalId", identity.subject());
            answer.put("policyDocument", document);
            answer.put("context", Map.of("subject", identity.subject()));
            return answer;
        }

        private static void add(List<Map<String, Object>> statements, String effect, List<String> resources) {
            if (!resources.isEmpty()) {
                var statement = new LinkedHashMap<String, Object>();
                statement.put("Action", "execute-api:Invoke");
                statement.put("Effect", effect);
                statement.put("Resource", resources);
                statements.add(statement);
            }
        }
    }
}
