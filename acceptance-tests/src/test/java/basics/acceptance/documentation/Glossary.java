package basics.acceptance.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** What the features speak of: their capabilities, people and words, as {@code features/glossary.yaml} has them. */
record Glossary(List<Topic> capabilities, List<Person> cast, List<Word> words) {

    /** The folder of the features that are for developers. */
    static final String CONTRACT = "contract";

    record Topic(String folder, String title, String says) {}

    record Person(String name, String role, String says) {}

    record Word(String word, String means) {}

    /**
     * Reads it.
     *
     * @throws UncheckedIOException
     *             if it can't be read
     */
    static Glossary read(Path file) {
        try {
            return new YAMLMapper().readValue(file.toFile(), Glossary.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Topic> topic(String folder) {
        return capabilities.stream().filter(topic -> topic.folder().equals(folder)).findFirst();
    }
}
