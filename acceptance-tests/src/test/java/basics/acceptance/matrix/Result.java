package basics.acceptance.matrix;

/** What became of a scenario on a target, in the order in which it is told. */
enum Result {
    PASSED("passed"),
    NOT_APPLICABLE("not applicable"),
    DIFFERS("differs on AWS"),
    FAILED("failed"),
    NOT_RUN("not run");

    private final String words;

    Result(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
