package basics.acceptance.events;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import basics.acceptance.scenario.Names;
import basics.acceptance.scenario.Urls;

/** The query parameters behind words such as {@code newest first, after 10:01 and before 10:04}. */
public record Selection(List<String> parameters) {

    /** Matches such words; for Cucumber expressions. */
    public static final String WORDS = "(?:(?:after|from|to|before) [\\d:.]+|newest first)"
            + "(?:(?: and |, )(?:(?:after|from|to|before) [\\d:.]+|newest first))*";

    public static Selection all() {
        return new Selection(List.of());
    }

    static Selection of(String words, Names names) {
        var parameters = new ArrayList<String>();
        for (var part : words.split(" and |, ", -1)) {
            if (part.equals("newest first")) {
                parameters.add("order=desc");
            } else {
                var bound = part.split(" ", -1);
                parameters.add(bound[0] + '=' + Urls.encoded(names.timestamp(bound[1])));
            }
        }
        return new Selection(parameters);
    }

    public Selection limit(int items) {
        return and("limit=" + items);
    }

    public Selection and(String parameter) {
        return new Selection(Stream.concat(parameters.stream(), Stream.of(parameter)).toList());
    }

    /** The path with these parameters behind it. */
    public String on(String path) {
        return path + (parameters.isEmpty() ? "" : parameters.stream().collect(Collectors.joining("&", "?", "")));
    }
}
