package basics.embedded.iam;

import java.util.regex.Pattern;

/** IAM's wildcards: {@code *} matches any number of characters, {@code ?} any single one. */
public final class Wildcard {
    private final String text;
    private final Pattern pattern;

    private Wildcard(String text, int flags) {
        this.text = text;
        var regex = new StringBuilder();
        text.codePoints().forEach(character -> {
            switch (character) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(Character.toString(character)));
            }
        });
        pattern = Pattern.compile(regex.toString(), flags | Pattern.DOTALL);
    }

    public static Wildcard of(String text) {
        return new Wildcard(text, 0);
    }

    /** A pattern of actions, whose names are case-insensitive. */
    public static Wildcard ofAction(String text) {
        return new Wildcard(text, Pattern.CASE_INSENSITIVE);
    }

    public boolean matches(String text) {
        return pattern.matcher(text).matches();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Wildcard wildcard && text.equals(wildcard.text)
                && pattern.flags() == wildcard.pattern.flags();
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The text in the policy. */
    @Override
    public String toString() {
        return text;
    }
}
