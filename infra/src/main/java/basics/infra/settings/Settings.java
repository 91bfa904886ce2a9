package basics.infra.settings;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** Reads settings with their types. Every refusal states the full name, the value and the allowed values. */
public final class Settings {

    private final String name;
    private final Map<String, Object> values;
    private final Set<String> known = new TreeSet<>();

    private Settings(String name, Map<String, Object> values) {
        this.name = name;
        this.values = values;
    }

    static Settings of(String name, @Nullable Object values) {
        if (!(values instanceof Map<?, ?>)) {
            throw refusal(name, values, "an object of settings");
        }
        return new Settings(name, object(values));
    }

    /** A JSON object, its members in the order in which they were written; empty if it isn't an object. */
    public static Map<String, Object> object(@Nullable Object value) {
        var members = new LinkedHashMap<String, Object>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, member) -> members.put(String.valueOf(key), member));
        }
        return members;
    }

    static Refusal refusal(String name, @Nullable Object value, String allowed) {
        var given = value == null ? "missing" : value instanceof String text ? '"' + text + '"' : value.toString();
        return new Refusal(name + " is " + given + ": must be " + allowed);
    }

    public static String oneOf(Collection<?> allowed) {
        return "one of " + allowed.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    boolean flag(String setting) {
        if (value(setting) instanceof Boolean flag) {
            return flag;
        }
        throw refusal(setting, "true or false");
    }

    int number(String setting, int least, int most) {
        // The parser returns a fraction as a double, and a number too big for an int as a long.
        if (value(setting) instanceof Integer number && number >= least && number <= most) {
            return number;
        }
        throw refusal(setting, "a whole number from " + least + " to " + most);
    }

    Optional<Integer> optionalNumber(String setting, int least, int most) {
        return has(setting) ? Optional.of(number(setting, least, most)) : Optional.empty();
    }

    /** An object of numbers; empty when absent. */
    SortedMap<String, Integer> numbers(String setting, int least, int most) {
        var numbers = new TreeMap<String, Integer>();
        if (has(setting)) {
            var members = of(name + '.' + setting, value(setting));
            members.values.keySet().forEach(member -> numbers.put(member, members.number(member, least, most)));
        }
        return numbers;
    }

    <T> T choice(String setting, Map<?, T> choices) {
        var chosen = choices.get(value(setting));
        if (chosen == null) {
            throw refusal(setting, oneOf(choices.keySet()));
        }
        return chosen;
    }

    <T> Optional<T> optionalChoice(String setting, Map<?, T> choices) {
        return has(setting) ? Optional.of(choice(setting, choices)) : Optional.empty();
    }

    boolean has(String setting) {
        return value(setting) != null;
    }

    Optional<String> optionalText(String setting) {
        return Optional.ofNullable(value(setting)).map(value -> {
            if (value instanceof String text) {
                return text;
            }
            throw refusal(setting, "a string");
        });
    }

    Refusal refusal(String setting, String allowed) {
        return refusal(name + '.' + setting, value(setting), allowed);
    }

    /** Call this after reading all settings. Any that are left are mistakes, such as misspelt names. */
    void refuseUnknown() {
        values.keySet().stream().filter(setting -> !known.contains(setting)).findFirst().ifPresent(setting -> {
            throw new Refusal(name + '.' + setting + " is unknown: settings are " + String.join(", ", known));
        });
    }

    private @Nullable Object value(String setting) {
        known.add(setting);
        return values.get(setting);
    }
}
