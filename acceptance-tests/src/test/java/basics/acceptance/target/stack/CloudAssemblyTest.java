package basics.acceptance.target.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloudAssemblyTest {

    private static final Place PLACE = new Place("aws", "123456789012", "eu-west-1");

    @TempDir
    private Path directory;

    @BeforeEach
    void synthesise() throws IOException {
        Files.writeString(directory.resolve("manifest.json"), """
            {"artifacts": {
              "Shop-dev": {"type": "aws:cloudformation:stack", "properties": {
                "templateFile": "Shop-dev.template.json",
                "bootstrapStackVersionSsmParameter": "/cdk-bootstrap/x/version"}},
              "Shop-dev.assets": {"type": "cdk:asset-manifest", "properties": {"file": "files.json"}}}}
            """);
        Files.writeString(directory.resolve("files.json"), """
            {"files": {"0a1b": {"source": {"path": "asset.0a1b", "packaging": "zip"}, "destinations": {"here": {
              "bucketName": "assets-${AWS::AccountId}-${AWS::Region}", "objectKey": "0a1b.zip"}}}}}
            """);
        Files.createDirectories(directory.resolve("asset.0a1b/deep"));
        Files.writeString(directory.resolve("asset.0a1b/deep/file.txt"), "content");
    }

    @Test
    void shouldTellTheStackAndWhatItAsksFor() {
        var assembly = CloudAssembly.read(directory, PLACE);

        assertThat(assembly.stackName()).isEqualTo("Shop-dev");
        assertThat(assembly.template()).hasFileName("Shop-dev.template.json");
        assertThat(assembly.bootstrapParameter()).contains("/cdk-bootstrap/x/version");
    }

    @Test
    void shouldNameTheObjectOfAnAsset() {
        var asset = CloudAssembly.read(directory, PLACE).assets().getFirst();

        assertThat(asset.bucket()).isEqualTo("assets-123456789012-eu-west-1");
        assertThat(asset.key()).isEqualTo("0a1b.zip");
    }

    @Test
    void shouldZipADirectoryThatIsToBeAZip() throws IOException {
        var content = CloudAssembly.read(directory, PLACE).assets().getFirst().content();

        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            assertThat(zip.getNextEntry()).hasToString("deep/file.txt");
            assertThat(zip.readAllBytes()).asString().isEqualTo("content");
            assertThat(zip.getNextEntry()).isNull();
        }
    }

    @Test
    void shouldSayHowToSynthesiseWhenThereIsNothing() throws IOException {
        Files.delete(directory.resolve("manifest.json"));

        assertThatThrownBy(() -> CloudAssembly.read(directory, PLACE)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mvn package");
    }
}
