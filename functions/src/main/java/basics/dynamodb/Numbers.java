package basics.dynamodb;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Numbers as DynamoDB holds them: up to 38 significant digits, magnitude 1E-130 to 9.99…E+125 ("Supported data types",
 * Amazon DynamoDB Developer Guide).
 */
public final class Numbers {
    private static final int DIGITS = 38;
    private static final int HIGHEST_EXPONENT = 125;
    private static final int LOWEST_EXPONENT = -130;
    private static final int LONGEST_PLAIN = 40;

    private Numbers() {}

    /** The text of a JSON number as {@link #shown} returns it, or null when DynamoDB can't hold it without loss. */
    static @Nullable String stored(String json) {
        try {
            var number = new BigDecimal(json).stripTrailingZeros();
            var exponent = (long) number.precision() - number.scale() - 1;
            if (number.signum() == 0) {
                return "0";
            }
            return number.precision() > DIGITS || exponent > HIGHEST_EXPONENT || exponent < LOWEST_EXPONENT
                    ? null
                    : text(number);
        } catch (NumberFormatException | ArithmeticException e) {
            return null;
        }
    }

    /** The fewest bytes that it takes in DynamoDB: one, plus one for each two significant digits. */
    static int leastSize(String stored) {
        return 1 + new BigDecimal(stored).stripTrailingZeros().precision() / 2;
    }

    /** A stored number as JSON. Equal values have equal texts, whatever form DynamoDB returns them in. */
    static String shown(String stored) {
        return stored.length() <= LONGEST_PLAIN && stored.indexOf('E') < 0 && stored.indexOf('e') < 0
                ? stored
                : text(new BigDecimal(stored).stripTrailingZeros());
    }

    /**
     * Plain digits where that is short: some readers don't take 1E+2 for a whole number, but 1E+125 would need 126
     * digits.
     */
    private static String text(BigDecimal stripped) {
        var plain = stripped.toPlainString();
        return plain.length() <= LONGEST_PLAIN ? plain : stripped.toString();
    }

    /** The value, or null when the attribute is not a whole number of 0 or more. */
    public static @Nullable BigDecimal whole(@Nullable AttributeValue value) {
        if (value == null || value.n() == null) {
            return null;
        }
        var number = new BigDecimal(value.n());
        return number.signum() < 0 || number.stripTrailingZeros().scale() > 0 ? null : number;
    }

    static boolean same(String a, String b) {
        return new BigDecimal(a).compareTo(new BigDecimal(b)) == 0;
    }
}
