package basics.acceptance.documentation;

import java.util.Locale;

/** What became of an example on a target, the worst last but for what says nothing. */
enum Result {
    PASSED("passed", "✓"),
    NOT_APPLICABLE("not applicable", "–"),
    DIFFERS("differs on AWS", "≠"),
    FAILED("failed", "✕"),
    NOT_RUN("not run", "○");

    private final String words;
    private final String mark;

    Result(String words, String mark) {
        this.words = words;
        this.mark = mark;
    }

    /** In words, for whoever doesn't see the mark. */
    String words() {
        return words;
    }

    String mark() {
        return mark;
    }

    /** As CSS and URLs name it. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Somebody has to look at it. */
    boolean isAlarming() {
        return this == FAILED || this == DIFFERS;
    }
}
