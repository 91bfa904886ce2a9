package basics.acceptance.options;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The names of the environments in {@code cdk.json}: the members of its {@code environments}. */
final class EnvironmentNames {

    private static final Pattern START = Pattern.compile("\"environments\"\\s*:\\s*\\{");
    private static final Pattern TOKEN = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"(\\s*:)?|[{}]");

    private EnvironmentNames() {}

    static Set<String> in(String cdkJson) {
        var names = new TreeSet<String>();
        var start = START.matcher(cdkJson);
        if (!start.find()) {
            return names;
        }
        var tokens = TOKEN.matcher(cdkJson).region(start.end(), cdkJson.length());
        for (var depth = 1; depth > 0 && tokens.find();) {
            switch (tokens.group()) {
                case "{" -> depth++;
                case "}" -> depth--;
                default -> {
                    if (depth == 1 && tokens.group(2) != null) {
                        names.add(tokens.group(1));
                    }
                }
            }
        }
        return names;
    }
}
