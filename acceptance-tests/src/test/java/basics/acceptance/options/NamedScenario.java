package basics.acceptance.options;

import java.util.regex.Pattern;

/**
 * A scenario, or one row of an outline, as the command line names it.
 *
 * @param feature
 *            its file without the extension, below the folder of all features: {@code users/create_user}
 * @param start
 *            the line of its keyword, from 1
 * @param line
 *            the line of the row; of a scenario that is no outline, its keyword's
 * @param title
 *            its name as it is written, with the placeholders of an outline
 * @param name
 *            its name with the row's values; no other scenario of its file has it
 */
public record NamedScenario(String feature, int start, int line, String title, String name) {

    /** Reads the same in every shell, within double quotes. */
    private static final Pattern PLAIN = Pattern.compile("[\\w .,:;()/@+='-]+");

    /** The command that runs it again: by name, or by line where a shell or a console could mistake the name. */
    public String again() {
        return PLAIN.matcher(name).matches()
                ? "mvn verify -Dfeature=%s -Dscenario=\"%s\"".formatted(feature, name)
                : "mvn verify -Dfeature=%s:%d".formatted(feature, line);
    }

    boolean isCalled(String wanted) {
        return name.equalsIgnoreCase(wanted) || title.equalsIgnoreCase(wanted);
    }
}
