package basics.infra.settings;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeJsTest {

    @Test
    void shouldSayWhichVersionToInstallWhenMissing() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> NodeJs.require("no-such-node"))
                .withMessage("Node.js is missing: install version 20 or later (the CDK runs on it) so that"
                        + " `no-such-node` starts it.");
    }

    @Test
    void shouldRefuseAnOldVersion(@TempDir Path folder) throws IOException {
        // Given
        var node = answering("v18.20.4", folder);

        // When, then
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> NodeJs.require(node)).withMessage(
                "Node.js v18.20.4 is too old: install version 20 or later (the CDK runs on it).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v20.0.0", "v24.11.1", "v100.0.0"})
    void shouldAcceptLaterVersions(String version, @TempDir Path folder) throws IOException {
        // Given
        var node = answering(version, folder);

        // When, then
        assertThatCode(() -> NodeJs.require(node)).doesNotThrowAnyException();
    }

    private static String answering(String version, Path folder) throws IOException {
        var node = folder.resolve("node");
        Files.writeString(node, "#!/bin/sh\necho " + version + '\n');
        Files.setPosixFilePermissions(node, PosixFilePermissions.fromString("rwx------"));
        return node.toString();
    }
}
