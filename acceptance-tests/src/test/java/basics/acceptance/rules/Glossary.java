package basics.acceptance.rules;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** The capabilities, people and words of the features, each in their order. */
record Glossary(List<String> folders, Map<String, Person> cast, List<String> words) {

    private static final String CUSTOMER = "customer";
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z]+");

    /** Somebody in the features, who does what the sentence about them says. */
    record Person(String name, String role, String says) {

        /** Customers are who the features are about: they never use the service themselves. */
        boolean isCustomer() {
            return role.equals(CUSTOMER);
        }

        /** Whether the sentence says so, for one person or for several. */
        boolean does(String verb) {
            return verbs().contains(stem(verb));
        }

        private Set<String> verbs() {
            return BETWEEN_WORDS.splitAsStream(says.toLowerCase(Locale.ROOT)).map(Person::stem)
                    .collect(Collectors.toSet());
        }

        private static String stem(String verb) {
            return verb.replaceFirst("s$", "");
        }
    }

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException
     *             if it is no YAML
     */
    static Glossary read(String yaml) {
        try {
            var root = new YAMLMapper().readTree(yaml);
            return new Glossary(each(root.path("capabilities"), entry -> text(entry, "folder")),
                    each(root.path("cast"), entry -> new Person(text(entry, "name"), text(entry, "role"),
                            text(entry, "says"))).stream().collect(Collectors.toMap(Person::name, person -> person)),
                    each(root.path("words"), entry -> text(entry, "word")));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The glossary is no YAML: " + e.getOriginalMessage(), e);
        }
    }

    private static <T> List<T> each(JsonNode entries, Function<JsonNode, T> read) {
        return StreamSupport.stream(entries.spliterator(), false).map(read).toList();
    }

    private static String text(JsonNode entry, String name) {
        return entry.path(name).asText();
    }
}
