package basics.acceptance.counts;

import java.time.LocalDate;

import basics.acceptance.scenario.Names;
import io.cucumber.java.ParameterType;

/** The words of the steps about counts. */
public final class CountWords {

    private final Names names;

    public CountWords(Names names) {
        this.names = names;
    }

    /** A day, a time of the scenario's day, or one of another day: {@code 2026-11-23 at 01:00}. */
    @ParameterType("(?:(\\d{4}-\\d{2}-\\d{2})(?: at )?)?(\\d{2}:\\d{2})?")
    public String moment(String day, String time) {
        var own = day == null ? names.day() : names.day(LocalDate.parse(day));
        return time == null ? own.toString() : Names.timestamp(own, time);
    }
}
