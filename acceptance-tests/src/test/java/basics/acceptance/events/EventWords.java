package basics.acceptance.events;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import basics.acceptance.scenario.Names;
import io.cucumber.java.ParameterType;

/** The words of the steps about events. */
public final class EventWords {

    private final Names names;

    public EventWords(Names names) {
        this.names = names;
    }

    @ParameterType("\"(?:clicked|opened|sold)[^\"]*\"")
    public String event(String quoted) {
        return names.event(quoted.substring(1, quoted.length() - 1));
    }

    /** Times of the scenario's day, separated by commas. */
    @ParameterType("[\\d:.]+(?:, [\\d:.]+)*")
    public List<String> times(String list) {
        return Arrays.asList(list.split(", "));
    }

    @ParameterType("\\d{4}-\\d{2}-\\d{2}")
    public LocalDate day(String readable) {
        return names.day(LocalDate.parse(readable));
    }

    @ParameterType(Selection.WORDS)
    public Selection selection(String words) {
        return Selection.of(words, names);
    }
}
