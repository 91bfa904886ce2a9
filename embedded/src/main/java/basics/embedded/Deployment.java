package basics.embedded;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import basics.embedded.gateway.ServedApi;
import basics.embedded.lambda.LambdaFunction;
import basics.embedded.template.Resource;
import basics.embedded.template.Stack;

/**
 * What of a template is served at a time.
 *
 * @param functions
 *            as the template describes them
 */
record Deployment(Stack stack, List<LambdaFunction> functions, ServedApi api) {
    private static final int SHOWN = 5;

    /** In words, what is different in another one. */
    String changesTo(Deployment next) {
        var changes = List.of(
                changes("routes", names(api.routes()), names(next.api.routes())),
                changes("functions", byName(functions, LambdaFunction::shortName),
                        byName(next.functions, LambdaFunction::shortName)),
                changes("tables", byName(tables(), Resource::logicalId),
                        byName(next.tables(), Resource::logicalId)),
                changes("event sources", byName(eventSources(), Resource::logicalId),
                        byName(next.eventSources(), Resource::logicalId)));
        var told = changes.stream().filter(change -> !change.isEmpty()).collect(Collectors.joining("; "));
        return told.isEmpty() ? "routes, functions and tables are as before" : told;
    }

    private List<Resource> tables() {
        return stack.resources("AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable");
    }

    private List<Resource> eventSources() {
        return stack.resources("AWS::Lambda::EventSourceMapping", "AWS::SQS::Queue");
    }

    /** The logical id of a table without the hash that the CDK puts behind it; the name itself of one that isn't of the template. */
    String tableLabel(String name) {
        return tables().stream().filter(table -> table.physicalName().equals(name))
                .map(table -> table.logicalId().replaceAll("[0-9A-F]{8}$", "")).findFirst().orElse(name);
    }

    private static Map<String, String> names(Collection<String> names) {
        return names.stream().collect(Collectors.toMap(Function.identity(), Function.identity()));
    }

    /** Those that share a name, as the versions of a function do, count as one. */
    private static <T> Map<String, List<T>> byName(Collection<T> all, Function<T, String> name) {
        return all.stream().collect(Collectors.groupingBy(name));
    }

    private static <T> String changes(String kind, Map<String, T> before, Map<String, T> after) {
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        var marked = names.stream().filter(name -> !same(before, after, name))
                .map(name -> (!before.containsKey(name) ? "+" : after.containsKey(name) ? "" : "-") + name).toList();
        return marked.isEmpty() ? "" : kind + " " + String.join(", ", marked);
    }

    private static <T> boolean same(Map<String, T> before, Map<String, T> after, String name) {
        return before.containsKey(name) && before.get(name).equals(after.get(name));
    }

    /** The names of classes and other files, the first of many. */
    static String inShort(Collection<Path> files) {
        var names = files.stream().map(file -> file.getFileName().toString().replaceAll("\\.class$", "")).sorted()
                .toList();
        return names.stream().limit(SHOWN).collect(Collectors.joining(", "))
                + (names.size() > SHOWN ? " and %d more".formatted(names.size() - SHOWN) : "");
    }

    Set<String> functionNames() {
        return functions.stream().map(LambdaFunction::shortName).collect(Collectors.toCollection(TreeSet::new));
    }
}
