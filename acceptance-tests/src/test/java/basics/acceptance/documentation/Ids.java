package basics.acceptance.documentation;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** Links are made of names alone, so that they last over runs, whatever their order. */
final class Ids {

    private static final int LONGEST = 70;
    /** What makes no other name when it is left out. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9 ,'’\"<>-]*");

    private Ids() {}

    /** Of a feature, such as {@code users/create_user}. */
    static String feature(String feature) {
        return slug(feature);
    }

    static String rule(String feature, String name) {
        return slug(feature) + "--rule-" + named(name);
    }

    /** Of an example, of an outline or of one of its rows. */
    static String example(String feature, String name) {
        return slug(feature) + "--" + named(name);
    }

    private static String named(String name) {
        var slug = slug(name);
        if (slug.length() <= LONGEST && PLAIN.matcher(name).matches()) {
            return slug;
        }
        var sum = new CRC32();
        sum.update(name.getBytes(StandardCharsets.UTF_8));
        var cut = slug.substring(0, Math.min(LONGEST, slug.length()));
        return "%s-%08x".formatted(cut, sum.getValue());
    }

    private static String slug(String name) {
        var letters = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return letters.toLowerCase(Locale.ROOT).replaceAll("['’]", "").replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
