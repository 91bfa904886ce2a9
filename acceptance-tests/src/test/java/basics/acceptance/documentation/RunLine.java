package basics.acceptance.documentation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A run in figures.
 *
 * @param commit
 *            with {@code -dirty} behind it if there were changes that had not been committed
 * @param when
 *            it began (RFC 3339)
 */
record RunLine(String target, String commit, String when, long seconds, long passed, long notApplicable, long differs,
        long failed, long notRun) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int SHORT = 7;
    private static final String DIRTY = "-dirty";

    static RunLine of(TargetRun run) {
        var tally = run.tally();
        return new RunLine(run.target(), run.commit(), run.when().toString(), run.took().toSeconds(),
                tally.count(Result.PASSED), tally.count(Result.NOT_APPLICABLE), tally.count(Result.DIFFERS),
                tally.count(Result.FAILED), tally.count(Result.NOT_RUN));
    }

    long all() {
        return passed + notApplicable + differs + failed + notRun;
    }

    long count(Result result) {
        return switch (result) {
            case PASSED -> passed;
            case NOT_APPLICABLE -> notApplicable;
            case DIFFERS -> differs;
            case FAILED -> failed;
            case NOT_RUN -> notRun;
        };
    }

    boolean isWhole() {
        return notRun == 0;
    }

    /** The commit as people write it. */
    String commitTold() {
        return commit.endsWith(DIRTY)
                ? commit.substring(0, Math.min(SHORT, commit.length())) + " and changes"
                : commit.substring(0, Math.min(SHORT, commit.length()));
    }

    String whenTold() {
        return DAY.format(Instant.parse(when));
    }

    String tookTold() {
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }
}
