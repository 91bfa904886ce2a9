package basics.embedded.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The pages' files: ours and those of Swagger UI that are needed, on the class path, and those of folders. */
final class StaticFiles {
    private static final String OURS = "/basics/embedded/pages/";
    private static final Map<String, String> TYPES = Map.of("css", "text/css", "js", "text/javascript", "svg",
            "image/svg+xml", "txt", "text/plain");
    /** No folders: nothing else on the class path can be named. */
    private static final Pattern NAME = Pattern.compile("([a-z][a-z-]*)(?:\\.(css|js|svg|txt))?");

    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
    record File(String type, byte[] bytes) {}

    private final Layout layout;

    private final List<Path> folders;

    StaticFiles(String service, List<Path> folders) {
        this.folders = folders;
        this.layout = new Layout(service, folders, this::own);
    }

    /**
     * Finds one.
     *
     * @param name
     *            of a page, without an ending; of a file, with one; empty for the first page
     */
    Optional<File> find(String name) {
        var parts = NAME.matcher(name.isEmpty() ? Layout.FIRST : name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        if (parts.group(2) == null) {
            return layout.page(parts.group(1)).map(page -> new File("text/html", page.getBytes(UTF_8)));
        }
        return own(name).or(() -> SwaggerUi.file(name).flatMap(StaticFiles::read))
                .map(bytes -> new File(TYPES.getOrDefault(parts.group(2), ""), bytes));
    }

    /** One of these pages', or of the service's own pages. */
    private Optional<byte[]> own(String name) {
        return read(OURS + name).or(() -> folders.stream().map(folder -> folder.resolve(name))
                .filter(Files::isRegularFile).findFirst().map(StaticFiles::bytes));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Optional<byte[]> read(String resource) {
        try (var input = StaticFiles.class.getResourceAsStream(resource)) {
            return input == null ? Optional.empty() : Optional.of(input.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
