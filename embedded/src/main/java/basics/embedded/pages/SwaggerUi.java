package basics.embedded.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** Swagger UI's files, as its WebJar has them: in a folder named after its version. */
final class SwaggerUi {
    private static final String POM = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final Set<String> NEEDED = Set.of("swagger-ui.css", "swagger-ui-bundle.js");

    private SwaggerUi() {}

    /** The resource of one; empty for what isn't needed. */
    static Optional<String> file(String name) {
        return NEEDED.contains(name)
                ? Optional.of("/META-INF/resources/webjars/swagger-ui/%s/%s".formatted(version(), name))
                : Optional.empty();
    }

    private static String version() {
        var properties = new Properties();
        try {
            properties.load(new StringReader(new String(StaticFiles.read(POM).orElseThrow(), UTF_8)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return properties.getProperty("version");
    }
}
