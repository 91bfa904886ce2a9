package basics.embedded.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path folder;

    @Test
    void shouldRefuseToStoreBelowAMarginOfSpace() throws IOException {
        assertThat(obstacle(Files.getFileStore(folder).getTotalSpace() + (1L << 20))).hasValueSatisfying(
                line -> assertThat(line).contains(folder.toString()).contains("of space left. Free "));
        assertThat(obstacle(0)).isEmpty();
    }

    @Test
    void shouldBeOneInstancesAloneAlsoInOneProcess() {
        try (var first = DataFolder.open(folder, 0, line -> {})) {
            for (var attempt = 0; attempt < 2; attempt++) {
                assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> DataFolder.open(folder, 0, line -> {})))
                        .hasMessageContaining("is used by another instance");
            }
            assertThat(first.isUsed()).isFalse();
        }
        DataFolder.open(folder, 0, line -> {}).close();
    }

    private Optional<String> obstacle(long margin) throws IOException {
        Files.write(folder.resolve("shared-local-instance.db"), new byte[0]);
        try (var data = DataFolder.open(folder, margin, line -> {})) {
            return data.obstacle();
        }
    }
}
