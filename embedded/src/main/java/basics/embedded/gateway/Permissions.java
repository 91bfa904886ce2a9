package basics.embedded.gateway;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import basics.embedded.iam.Wildcard;
import basics.embedded.platform.StartException;
import basics.embedded.template.Properties;
import basics.embedded.template.Resource;
import basics.embedded.template.Stack;

/** Checks that API Gateway may invoke the functions of its routes and its authorizers: without that, every call fails on AWS. */
final class Permissions {
    private final List<Resource> permissions;

    Permissions(Stack stack) {
        permissions = stack.resources("AWS::Lambda::Permission");
        permissions.forEach(permission -> Properties.check(permission.toString(), permission.properties(),
                Set.of("Action", "FunctionName", "Principal", "SourceArn"), Set.of("SourceAccount")));
    }

    /** Also checks that the function is there. */
    void check(Api api, Predicate<String> functions) {
        for (var authorizer : api.authorizers()) {
            check("The authorizer " + authorizer.name(), authorizer.functionArn(), api.authorizerArn(authorizer),
                    functions);
        }
        for (var route : api.routes().all()) {
            if (route.integration() instanceof Integration.Proxy proxy) {
                check("%s %s".formatted(route.method(), route.path()), proxy.functionArn(),
                        api.methodArn(route.method(), route.path()), functions);
            }
        }
    }

    private void check(String name, String function, String source, Predicate<String> functions) {
        if (!functions.test(function)) {
            throw new StartException("%s invokes %s, which the template lacks.".formatted(name, function));
        }
        if (permissions.stream().noneMatch(permission -> allows(permission, function, source))) {
            throw new StartException("%s invokes %s, which has no permission for API Gateway to do so."
                    .formatted(name, function));
        }
    }

    private static boolean allows(Resource permission, String function, String caller) {
        var properties = permission.properties();
        var name = properties.path("FunctionName").asText();
        var source = properties.path("SourceArn");
        return (name.equals(function) || function.endsWith(":function:" + name))
                && Wildcard.ofAction(properties.path("Action").asText()).matches("lambda:InvokeFunction")
                && properties.path("Principal").asText().equals("apigateway.amazonaws.com")
                && (source.isMissingNode() || Wildcard.of(source.asText()).matches(caller));
    }
}
