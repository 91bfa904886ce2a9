package basics.upkeep;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Failed batches that stay for the same reason.
 *
 * @param records how many of their records are concerned
 * @param from when the first record of all came
 * @param to when the last one came
 */
record Trouble(int batches, int records, Instant from, Instant to) {

    static Trouble of(FailedBatch batch, int records) {
        return new Trouble(1, records, batch.from(), batch.to());
    }

    Trouble plus(Trouble other) {
        return new Trouble(batches + other.batches, records + other.records,
                from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
    }

    /** The period in which the records came, as options of a repair. */
    String period() {
        return "-Dfrom=%s -Dto=%s".formatted(day(from), day(to).plusDays(1));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    /** In words, for the console. */
    @Override
    public String toString() {
        return "%,d failed batches that came from %s to %s".formatted(batches, from, to);
    }
}
