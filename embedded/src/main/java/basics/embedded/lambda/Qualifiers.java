package basics.embedded.lambda;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import basics.embedded.platform.StartException;
import basics.embedded.template.Properties;
import basics.embedded.template.Resource;
import basics.embedded.template.Stack;

/** The versions of functions and their aliases: an alias that shares its calls between two versions is refused. */
final class Qualifiers {
    private final Stack stack;
    /** By function, with {@code $LATEST} first. */
    private final Map<String, List<String>> versions = new HashMap<>();
    /** By function and version. */
    private final Map<String, List<String>> aliases = new HashMap<>();

    Qualifiers(Stack stack) {
        this.stack = stack;
        for (var version : stack.resources("AWS::Lambda::Version")) {
            Properties.check(version.toString(), version.properties(), Set.of("FunctionName"),
                    Set.of("CodeSha256", "Description", "RuntimePolicy"));
            versions.computeIfAbsent(function(version), Qualifiers::latest).add(qualifier(version));
        }
        for (var alias : stack.resources("AWS::Lambda::Alias")) {
            Properties.check(alias.toString(), alias.properties(), Set.of("FunctionName", "FunctionVersion", "Name"),
                    Set.of("Description"));
            var version = alias.properties().path("FunctionVersion").asText();
            if (!versions(function(alias)).contains(version)) {
                throw new StartException("%s is of version %s of %s, which the template lacks.".formatted(alias,
                        version, function(alias)));
            }
            aliases.computeIfAbsent(function(alias) + ":" + version, _ -> new ArrayList<>()).add(alias.physicalName());
        }
    }

    private static List<String> latest(String function) {
        return new ArrayList<>(List.of(LambdaFunction.LATEST));
    }

    private static String function(Resource qualified) {
        return qualified.physicalName().substring(0, qualified.physicalName().indexOf(':'));
    }

    private static String qualifier(Resource qualified) {
        return qualified.physicalName().substring(qualified.physicalName().indexOf(':') + 1);
    }

    List<String> versions(String function) {
        return versions.getOrDefault(function, latest(function));
    }

    /** What a version is invoked by: its own ARN first. */
    List<String> arns(String function, String version) {
        var names = new ArrayList<String>();
        names.add(version.equals(LambdaFunction.LATEST) ? function : function + ":" + version);
        names.addAll(aliases.getOrDefault(function + ":" + version, List.of()));
        return names.stream().map(name -> stack.arn("lambda", "function:" + name)).toList();
    }
}
