package basics.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generates JSON at the limits of storage, and just beyond. */
public final class Extremes {
    private static final int LONGEST_NAME = 1024;
    private static final int LEVELS = 31;
    /** In bytes. Larger items may be too large for DynamoDB. */
    private static final int CERTAINLY_FITS = 380_000;
    private static final List<String> UNITS = List.of("x", "\u0000", "~", "/", "é", "e\u0301", "€", "\ufeff", "\uffff",
            "\ufdd0", "\u2028", "😀", "\udbff\udfff");
    private static final List<String> NAMES = List.of("a.b", "#n", ":v", "a[0]", "size", "S", "M", "NULL", "$", " ",
            "__proto__", "é", "e\u0301");

    /**
     * A piece of JSON.
     *
     * @param isBad whether the service must refuse it
     */
    public record Piece(String json, boolean isBad) {
        public boolean mayBeTooLarge() {
            return json.length() > CERTAINLY_FITS;
        }

        /** Shortened, for the report of a failure. */
        @Override
        public String toString() {
            return (isBad ? "bad " : "good ") + json.length() + ": "
                    + (json.length() < 400 ? json : json.substring(0, 400) + "…");
        }
    }

    private Extremes() {}

    /** Members of an object, without the braces: up to six, and sometimes so long that they nearly fill an item. */
    public static Arbitrary<Piece> members() {
        return Arbitraries.frequencyOf(Tuple.of(30, members(values())), Tuple.of(2, large()),
                Tuple.of(1, Arbitraries.just(new Piece("\"a\":1,\"b\":{},\"a\":1", true))));
    }

    private static Arbitrary<Piece> members(Arbitrary<Piece> values) {
        return Combinators.combine(names(), values).as(List::of).list().ofMaxSize(6).map(members -> {
            var byName = new LinkedHashMap<String, Piece>();
            members.forEach(member -> byName.put(member.getFirst().json, new Piece(
                    member.getFirst().json + ":" + member.getLast().json,
                    member.stream().anyMatch(Piece::isBad))));
            return joined(List.copyOf(byName.values()), "", "");
        });
    }

    private static Arbitrary<Piece> large() {
        return Arbitraries.integers().between(408_900, 409_700)
                .map(length -> new Piece("\"large\":\"" + "x".repeat(length) + "\"", false));
    }

    private static Piece joined(List<Piece> pieces, String start, String end) {
        return new Piece(pieces.stream().map(Piece::json).collect(Collectors.joining(",", start, end)),
                pieces.stream().anyMatch(Piece::isBad));
    }

    private static Arbitrary<Piece> names() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of(NAMES).map(name -> text(name, LONGEST_NAME))),
                Tuple.of(4, texts(LONGEST_NAME, 1, 2, 255, 256, 1023, 1024)),
                Tuple.of(2, Arbitraries.strings().ofMaxLength(12).map(name -> text(name, LONGEST_NAME))),
                Tuple.of(1, texts(LONGEST_NAME, 0, 1025, 1026, 2048, 2101, 50_000, 50_001, 65_535, 65_536, 120_000)))
                .map(name -> name.json.equals("\"\"") ? new Piece(name.json, true) : name);
    }

    /** Texts of these lengths in bytes. Longer ones than {@code longest} are bad. */
    public static Arbitrary<Piece> texts(int longest, Integer... lengths) {
        return Combinators.combine(Arbitraries.of(UNITS), Arbitraries.of(lengths)).as((unit, length) -> {
            var size = unit.getBytes(UTF_8).length;
            return text(unit.repeat(length / size) + "y".repeat(length % size), longest);
        });
    }

    private static Piece text(String text, int longest) {
        var utf8 = text.getBytes(UTF_8);
        return new Piece(quoted(text), utf8.length > longest || !new String(utf8, UTF_8).equals(text));
    }

    private static String quoted(String text) {
        var json = new StringBuilder("\"");
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\' || Character.isSurrogate(c)) {
                json.append("\\u").append(HexFormat.of().toHexDigits(c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    private static Arbitrary<Piece> values() {
        return Arbitraries.frequencyOf(Tuple.of(8, scalars()), Tuple.of(3, trees()), Tuple.of(2, chains()));
    }

    private static Arbitrary<Piece> scalars() {
        return Arbitraries.frequencyOf(Tuple.of(3, numbers()),
                Tuple.of(3, texts(Integer.MAX_VALUE, 0, 1, 1024, 65_535, 65_536)),
                Tuple.of(2, Arbitraries.strings().ofMaxLength(12).map(text -> text(text, Integer.MAX_VALUE))),
                Tuple.of(2, Arbitraries.of("null", "true", "false", "[]", "{}", "0", "-0.0", "0e999999999")
                        .map(json -> new Piece(json, false))));
    }

    /** Numbers with about 38 digits, and with exponents at both limits. */
    private static Arbitrary<Piece> numbers() {
        var digits = Arbitraries.bigIntegers().between(BigInteger.ONE, BigInteger.TEN.pow(39));
        var exponents = Arbitraries.of(-131, -130, -129, -39, -38, -1, 0, 1, 38, 39, 124, 125, 126, 999_999_999);
        return Combinators.combine(digits, exponents, Arbitraries.of("", "-")).as((unscaled, exponent, sign) -> {
            var stripped = new BigDecimal(unscaled).stripTrailingZeros();
            var text = stripped.unscaledValue().toString();
            var json = sign + text.charAt(0) + (text.length() > 1 ? "." + text.substring(1) : "") + "E" + exponent;
            return new Piece(json, text.length() > 38 || exponent > 125 || exponent < -130);
        });
    }

    private static Arbitrary<Piece> trees() {
        return Arbitraries.recursive(Extremes::scalars, inner -> Arbitraries.oneOf(
                inner.list().ofMaxSize(3).map(pieces -> joined(pieces, "[", "]")),
                members(inner).map(members -> new Piece("{" + members.json + "}", members.isBad))), 0, 3);
    }

    /** Nested objects and arrays, near the limit of depth. */
    private static Arbitrary<Piece> chains() {
        return Combinators.combine(Arbitraries.of(true, false).list().ofMinSize(28).ofMaxSize(34), scalars())
                .as((objects, innermost) -> {
                    var isContainer = innermost.json.equals("[]") || innermost.json.equals("{}");
                    var json = innermost.json;
                    for (var object : objects) {
                        json = object ? "{\"é\":" + json + "}" : "[null," + json + "]";
                    }
                    return new Piece(json, innermost.isBad || objects.size() + (isContainer ? 1 : 0) > LEVELS);
                });
    }
}
