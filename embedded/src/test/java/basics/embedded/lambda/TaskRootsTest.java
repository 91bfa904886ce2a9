package basics.embedded.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskRootsTest {
    private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:02Z"));

    @Test
    void shouldUnpackACustomRuntimeSoThatItCanStart(@TempDir Path folder) throws IOException {
        // Given
        var archive = folder.resolve("custom.zip");
        try (var zip = FileSystems.newFileSystem(archive, Map.of("create", true, "enablePosixFileAttributes", true))) {
            write(zip.getPath("bootstrap"), "rwxr-xr-x");
            write(Files.createDirectory(zip.getPath("java")).resolve("modules"), "rw-r--r--");
        }

        // When
        try (var roots = new TaskRoots()) {
            var root = roots.of(archive);

            // Then
            assertThat(root.resolve("bootstrap")).hasContent("bootstrap").isExecutable();
            assertThat(Files.getPosixFilePermissions(root.resolve("java/modules")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-r--r--"));
            assertThat(Files.getLastModifiedTime(root.resolve("java/modules"))).isEqualTo(TIME);
        }
    }

    private static void write(Path file, String modes) throws IOException {
        Files.writeString(file, file.getFileName().toString());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(modes));
        Files.setLastModifiedTime(file, TIME);
    }
}
