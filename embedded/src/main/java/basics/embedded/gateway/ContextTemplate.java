package basics.embedded.gateway;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.TextNode;

import basics.embedded.platform.StartException;

/**
 * A mapping template that has texts and variables of the context, and nothing else of the Velocity Template Language (API
 * Gateway Developer Guide, "Variables for data transformations for API Gateway").
 */
record ContextTemplate(String text) {
    private static final String PREFIX = "$context.";
    private static final Pattern VARIABLE = Pattern.compile("\\$context\\.[A-Za-z]+(?:\\.[A-Za-z]+)*");
    private static final Set<String> KNOWN = Set.of("requestId", "extendedRequestId", "apiId", "stage", "httpMethod",
            "path", "identity.sourceIp");

    /**
     * Reads a template.
     *
     * @throws StartException
     *             when it asks for more than can be honoured
     */
    static ContextTemplate of(String owner, String text) {
        VARIABLE.matcher(text).results().map(found -> found.group().substring(PREFIX.length()))
                .filter(name -> !KNOWN.contains(name)).findFirst().ifPresent(name -> refuse(owner, PREFIX + name));
        var rest = VARIABLE.matcher(text).replaceAll("");
        if (rest.contains("$") || rest.contains("#")) {
            refuse(owner, rest.substring(rest.indexOf(rest.contains("$") ? '$' : '#')));
        }
        return new ContextTemplate(text);
    }

    /** The one variable that a parameter is mapped to, such as {@code context.requestId}. */
    static ContextTemplate ofVariable(String owner, String variable) {
        return of(owner, "$" + variable);
    }

    /**
     * Writes it out.
     *
     * @param context
     *            the values of the variables, without the prefix
     */
    String render(Map<String, String> context) {
        return VARIABLE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
                escaped(context.getOrDefault(found.group().substring(PREFIX.length()), ""))));
    }

    /** A client chooses the path: it must not break out of a JSON text. */
    private static String escaped(String value) {
        var quoted = TextNode.valueOf(value).toString();
        return quoted.substring(1, quoted.length() - 1);
    }

    private static void refuse(String owner, String what) {
        throw new StartException("The embedded target can't evaluate '%s' in %s: it knows %s%s only.".formatted(what,
                owner, PREFIX, String.join(", " + PREFIX, KNOWN.stream().sorted().toList())));
    }
}
