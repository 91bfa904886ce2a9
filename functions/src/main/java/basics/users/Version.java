package basics.users;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import basics.dynamodb.Values;
import basics.time.FixedWidthTime;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The version of a user. It includes the instant of creation, because the number starts at 1 again when a user is
 * deleted and created anew. The entity tag is {@code <number>-<microseconds since 1970, hexadecimal>}.
 *
 * @param number 0 for an item that this service didn't write
 * @param created microseconds since 1970, or null to compare the number only, as for an item whose dates this service
 *            didn't write
 */
record Version(long number, @Nullable Long created) {
    private static final long MICROS = 1_000_000;
    /** The first microsecond of the year 10000, from which on {@link FixedWidthTime} has no text. */
    private static final long YEAR_10000 = 253_402_300_800L * MICROS;
    private static final int MICROS_START = "2019-08-18 21:09:33.".length();

    static Version of(Map<String, AttributeValue> item) {
        var version = item.get(User.VERSION);
        try {
            return new Version(version == null ? 0 : Long.parseLong(version.n()), created(item));
        } catch (NumberFormatException e) {
            return new Version(0, null);
        }
    }

    /**
     * The instant of creation, or null unless both dates have this service's format: others may have stored anything.
     */
    private static @Nullable Long created(Map<String, AttributeValue> item) {
        var human = Values.text(item, User.HUMAN_DATE);
        try {
            var micros = Math.addExact(
                    Math.multiplyExact(Long.parseLong(Values.text(item, User.CREATED_AT)), MICROS),
                    Integer.parseInt(human.substring(MICROS_START)));
            return micros >= 0 && micros < YEAR_10000 && humanDate(micros).equals(human) ? micros : null;
        } catch (NumberFormatException | ArithmeticException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    /** The version of an entity tag, or null when no version has this tag. */
    static @Nullable Version parse(String tag) {
        var dash = tag.indexOf('-');
        try {
            var version = dash < 0
                    ? new Version(Long.parseLong(tag), null)
                    : new Version(Long.parseLong(tag.substring(0, dash)), Long.parseLong(tag.substring(dash + 1), 16));
            // Tags are compared character by character (RFC 9110, 8.8.3.2): "+1" or "01" is not "1".
            return version.tag().equals(tag) && version.isWithinYear9999() ? version : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    String tag() {
        return created == null ? Long.toString(number) : number + "-" + Long.toHexString(created);
    }

    private boolean isWithinYear9999() {
        return created == null || created < YEAR_10000;
    }

    boolean matches(Version other) {
        return number == other.number && (created == null || created.equals(other.created));
    }

    /** The condition that an item is at this version. */
    String condition(Expression expression) {
        var version = expression.name(User.VERSION);
        if (number == 0) {
            return "attribute_not_exists(" + version + ")";
        }
        var sameNumber = version + " = " + expression.value(AttributeValue.fromN(Long.toString(number)));
        return created == null
                ? sameNumber
                : "(" + sameNumber + " AND " + expression.name(User.HUMAN_DATE) + " = "
                        + expression.value(Values.text(humanDate(created))) + ")";
    }

    /** The condition that an item has not changed since it was read, whoever wrote it. */
    static String unchanged(Map<String, AttributeValue> read, Expression expression) {
        return Stream.of(User.VERSION, User.HUMAN_DATE).map(name -> {
            var value = read.get(name);
            return value == null
                    ? "attribute_not_exists(" + expression.name(name) + ")"
                    : expression.name(name) + " = " + expression.value(value);
        }).collect(joining(" AND "));
    }

    private static String humanDate(long micros) {
        return User.humanDate(Instant.ofEpochSecond(Math.floorDiv(micros, MICROS),
                Math.floorMod(micros, MICROS) * 1000));
    }
}
