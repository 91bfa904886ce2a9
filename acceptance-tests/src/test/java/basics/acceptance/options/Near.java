package basics.acceptance.options;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Suggests names for a misspelt one. */
final class Near {

    private static final int SHOWN = 5;

    private Near() {}

    /** A few known names: first those that contain the wanted text, then those with the fewest edits from it. */
    static List<String> to(String wanted, Collection<String> known) {
        var low = wanted.toLowerCase(Locale.ROOT);
        return known.stream().distinct()
                .sorted(Comparator.comparing((String name) -> !name.toLowerCase(Locale.ROOT).contains(low))
                        .thenComparing(name -> edits(low, name.toLowerCase(Locale.ROOT))))
                .limit(SHOWN).toList();
    }

    /** Levenshtein's distance. */
    private static int edits(String from, String to) {
        var row = new int[to.length() + 1];
        for (var j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (var i = 1; i <= from.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j < row.length; j++) {
                var above = row[j];
                row[j] = Math.min(Math.min(above, row[j - 1]) + 1,
                        diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1));
                diagonal = above;
            }
        }
        return row[row.length - 1];
    }
}
