package basics.acceptance.scenario;

import io.cucumber.java.ParameterType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** The words that all steps share. */
public final class Vocabulary {

    private final Names names;

    public Vocabulary(Names names) {
        this.names = names;
    }

    /** Whoever acts: a first name. */
    @ParameterType("[A-Z][a-z]+")
    public String person(String name) {
        return name;
    }

    /** An email as it is typed, made this scenario's own. */
    @ParameterType("\\S+@\\S+")
    public String email(String readable) {
        return names.own(readable);
    }

    /** A user's or an event's attribute, or a part of one. */
    @ParameterType("[a-z_]+(?:\\.[a-z_]+)*")
    public String attribute(String path) {
        return path;
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

    @ParameterType(".+")
    public Refusal refusal(String words) {
        return Refusal.of(words);
    }
}
