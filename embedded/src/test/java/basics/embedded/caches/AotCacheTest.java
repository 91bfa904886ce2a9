package basics.embedded.caches;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import basics.embedded.platform.TemporaryFolder;

class AotCacheTest {
    private static final List<String> COMMAND = List.of("java", "-cp", "client.jar", "Main", "handler");
    @TempDir
    private Path folder;

    @Test
    void shouldIdentifyAJarByItsContent() throws IOException {
        var caches = new AotCache(folder);

        var key = caches.key(jar("built", "content"));

        assertThat(caches.key(jar("built again", "content"))).isEqualTo(key);
        assertThat(caches.key(jar("changed", "changed"))).isNotEqualTo(key);
    }

    @Test
    void shouldStartWithTheCacheAndItsCopyOfTheJar() throws IOException {
        var caches = new AotCache(folder);
        var jar = jar("functions.jar", "content");
        var cache = Files.writeString(folder.resolve(caches.key(jar) + ".aot"), "");
        assertThat(caches.has(jar)).isFalse();
        Files.writeString(folder.resolve(caches.key(jar) + ".jar"), "");

        assertThat(caches.has(jar)).isTrue();
        assertThat(caches.in(COMMAND, jar)).startsWith("java", "-XX:AOTCache=" + cache).endsWith("-cp",
                "client.jar:" + folder.resolve(caches.key(jar) + ".jar"), "Main", "handler");
    }

    @Test
    void shouldKeepTheCommandWithoutACache() throws IOException {
        var caches = new AotCache(folder.resolve("none"));

        assertThat(caches.in(COMMAND, jar("functions.jar", "content"))).isEqualTo(COMMAND);
        assertThat(caches.in(COMMAND, folder)).isEqualTo(COMMAND);
    }

    @Test
    void shouldServeNoCustomRuntime() throws IOException {
        assertThat(AotCache.serves(jar("functions.jar", "content"))).isTrue();
        assertThat(AotCache.serves(zip("custom.zip", "bootstrap", "#!/bin/sh"))).isFalse();
    }

    @Test
    void shouldRemoveOldAndAbandonedCachesButNotARunningTraining() throws IOException {
        var kept = folder.resolve("kept");
        var caches = new AotCache(kept);
        var jar = jar("functions.jar", "content");
        Files.createDirectories(kept);
        var ours = Files.writeString(kept.resolve(caches.key(jar) + ".aot"), "");
        Files.writeString(kept.resolve("old.aot"), "");
        Files.writeString(kept.resolve("old.jar"), "");

        try (var others = TemporaryFolder.create(kept, "new-")) {
            var killed = Files.createDirectory(kept.resolve("new-killed"));
            Files.writeString(kept.resolve("new-killed.lock"), "");

            caches.keepOnly(List.of(jar));

            try (var entries = Files.list(kept)) {
                assertThat(entries).containsExactlyInAnyOrder(ours, others.path(), Path.of(others.path() + ".lock"));
            }
            assertThat(killed).doesNotExist();
        }
    }

    private Path jar(String name, String content) throws IOException {
        return zip(name, "Handler.class", content);
    }

    private Path zip(String name, String entry, String content) throws IOException {
        var file = folder.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content.getBytes(UTF_8));
        }
        return file;
    }
}
