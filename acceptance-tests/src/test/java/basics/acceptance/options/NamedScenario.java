package basics.acceptance.options;

import java.util.regex.Pattern;

/**
 * A scenario, or a row of an outline, as named on the command line.
 *
 * @param feature
 *            its file without the extension, below the folder of all features: {@code users/create_user}
 * @param start
 *            the line of its keyword, from 1
 * @param line
 *            the line of the row, or of the keyword if the scenario is not an outline
 * @param title
 *            its name as written, with the placeholders of an outline
 * @param name
 *            its name with the row's values, unique in its file
 */
public record NamedScenario(String feature, int start, int line, String title, String name) {

    /** Text that means the same in every shell, within double quotes. */
    private static final Pattern PLAIN = Pattern.compile("[\\w .,:;()/@+='-]+");

    /**
     * The command that runs it again, by name. Uses the line instead if a shell or a console could misread the name.
     */
    public String again() {
        return PLAIN.matcher(name).matches()
                ? "mvn verify -Dfeature=%s -Dscenario=\"%s\"".formatted(feature, name)
                : "mvn verify -Dfeature=%s:%d".formatted(feature, line);
    }

    boolean isCalled(String wanted) {
        return name.equalsIgnoreCase(wanted) || title.equalsIgnoreCase(wanted);
    }
}
