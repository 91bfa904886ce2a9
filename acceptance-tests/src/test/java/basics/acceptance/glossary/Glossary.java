package basics.acceptance.glossary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** The capabilities, people and words of the features, each in the order of {@code features/glossary.yaml}. */
public record Glossary(List<Topic> capabilities, List<Person> cast, List<Word> words) {

    /** The folder of the features that are for developers. */
    public static final String CONTRACT = "contract";

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    /**
     * What the service is good for.
     *
     * @param folder
     *            the folder of its features
     * @param features
     *            their files' names without the ending, in the order of reading
     */
    public record Topic(String folder, String title, String says, List<String> features) {

        /** By the order of reading, then by name. */
        public Comparator<String> reading() {
            return Comparator.comparing((String feature) -> {
                var place = features.indexOf(feature);
                return place < 0 ? features.size() : place;
            }).thenComparing(feature -> feature);
        }
    }

    /** Somebody in the features, who does what the sentence about them says. */
    public record Person(String name, String role, String says) {

        private static final String CUSTOMER = "customer";

        /** Customers are who the features are about: they never use the service themselves. */
        public boolean isCustomer() {
            return role.equals(CUSTOMER);
        }
    }

    public record Word(String word, String means) {}

    /**
     * Reads it.
     *
     * @throws UncheckedIOException
     *             if it can't be read
     * @throws IllegalArgumentException
     *             if it isn't as it should be
     */
    public static Glossary read(Path file) {
        try {
            return read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads its text.
     *
     * @throws IllegalArgumentException
     *             if it isn't as it should be
     */
    public static Glossary read(String yaml) {
        try {
            return MAPPER.readValue(yaml, Glossary.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The glossary can't be read: " + e.getOriginalMessage(), e);
        }
    }

    public Optional<Topic> topic(String folder) {
        return capabilities.stream().filter(topic -> topic.folder().equals(folder)).findFirst();
    }

    public Optional<Person> person(String name) {
        return cast.stream().filter(person -> person.name().equals(name)).findFirst();
    }
}
