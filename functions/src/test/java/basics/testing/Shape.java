package basics.testing;

/** Members of an object that are cheap to send but may be expensive to read. */
public enum Shape {
    LONG_NAME_OVER_OBJECTS(n -> "\"" + "n".repeat(4000 * n) + "\":[" + "{},".repeat(2000 * n) + "{}]"),
    LONG_NAMES_ON_THE_PATH_TO_OBJECTS(n -> path("[" + "{},".repeat(20_000 * n) + "{}]")),
    LONG_NAMES_ON_THE_PATH_TO_BAD_VALUES(n -> path("[" + "1e999,".repeat(5000 * n) + "1]")),
    LONG_NAMES_ON_THE_PATH_TO_BAD_NAMES(n -> path("[" + "{\"\":1},".repeat(5000 * n) + "1]")),
    REPEATED_NAME(n -> "\"a\":1,".repeat(5000 * n) + "\"b\":1"),
    REPEATED_LONG_NAME(n -> ("\"" + "n".repeat(1000) + "\":1,").repeat(40 * n) + "\"b\":1"),
    REPEATED_NAME_TOO_LONG(n -> ("\"" + "n/".repeat(2000) + "\":1,").repeat(10 * n) + "\"b\":1"),
    NAMES(n -> numbered(4000 * n, "1")),
    BAD_NUMBERS(n -> numbered(4000 * n, "1e999")),
    BAD_TEXTS(n -> numbered(4000 * n, "\"\\ud800\"")),
    TOO_DEEP(n -> numbered(500 * n, "[".repeat(33) + "]".repeat(33))),
    LONG_NUMBERS(n -> numbered(40 * n, "1." + "0".repeat(998))),
    LONG_NUMBERS_OUT_OF_RANGE(n -> numbered(40 * n, "1" + "0".repeat(999))),
    NUMBERS(n -> "\"a\":[" + "1,".repeat(10_000 * n) + "1]"),
    TEXTS(n -> "\"a\":[" + "\"\",".repeat(10_000 * n) + "1]"),
    LONG_TEXT(n -> "\"a\":\"" + "é".repeat(20_000 * n) + "\"");

    private static final int LEVELS = 29;

    private interface Members {
        String ofSize(int n);
    }

    @SuppressWarnings("ImmutableEnumChecker") // The lambda has no state.
    private final Members members;

    Shape(Members members) {
        this.members = members;
    }

    private static String path(String end) {
        return ("\"" + "n".repeat(1000) + "\":{").repeat(LEVELS) + "\"end\":" + end + "}".repeat(LEVELS);
    }

    private static String numbered(int count, String value) {
        var members = new StringBuilder();
        for (var i = 0; i < count; i++) {
            members.append('"').append(i).append("\":").append(value).append(',');
        }
        return members.append("\"last\":1").toString();
    }

    /** The members, without braces. Their length is roughly proportional to {@code n}. */
    public String members(int n) {
        return members.ofSize(n);
    }
}
