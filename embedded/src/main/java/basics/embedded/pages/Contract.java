package basics.embedded.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;

/**
 * The OpenAPI document that the service is made from. The template's own body has neither its texts nor its schemas, as API
 * Gateway has no use for them.
 *
 * @param sources
 *            of the app, of which a file of YAML that says it is such a document counts
 */
public record Contract(Collection<Path> sources) implements PageData {
    private static final String OPENAPI = "openapi:";

    /** As it is now: an edit shows at once. Empty when there is none. */
    @Override
    public Document read(Map<String, String> query) {
        return new Document("application/yaml", sources.stream()
                .filter(file -> file.toString().matches(".*\\.ya?ml")).map(Contract::text)
                .filter(text -> text.startsWith(OPENAPI)).findFirst().orElse(""));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
