package basics.embedded.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {

    /** One owner removes its folder while another looks for abandoned ones. */
    @Test
    void shouldCreateFoldersWhileOthersAreRemoved(@TempDir Path parent) throws Exception {
        Callable<Integer> owner = () -> {
            var created = 0;
            for (; created < 300; created++) {
                TemporaryFolder.create(parent, "kind-").close();
            }
            return created;
        };
        try (var owners = Executors.newFixedThreadPool(4)) {
            for (var folders : owners.invokeAll(Collections.nCopies(4, owner))) {
                assertThat(folders.get()).isEqualTo(300);
            }
        }
        assertThat(parent).isEmptyDirectory();
    }
}
