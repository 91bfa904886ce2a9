package basics.acceptance.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/**
 * What a target is, and what may be concluded from a run against it.
 *
 * @param is
 *            in a sentence
 */
record TargetText(String name, String is, String proves, String leaves) {

    static List<TargetText> read(Path file) {
        try {
            return new YAMLMapper().readValue(file.toFile(), new TypeReference<List<TargetText>>() {
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
