package basics.acceptance.target.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * What {@code cdk synth} wrote: one stack and the files that it needs. The format is that of the CDK's
 * {@code cloud-assembly-schema}.
 */
final class CloudAssembly {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Path directory;
    private final Place place;
    private final String stackName;
    private final JsonNode stack;
    private final JsonNode assetManifest;

    private CloudAssembly(Path directory, Place place, String stackName, JsonNode artifacts) {
        this.directory = directory;
        this.place = place;
        this.stackName = stackName;
        this.stack = artifacts.path(stackName).path("properties");
        this.assetManifest = json(
                directory.resolve(artifacts.path(stackName + ".assets").path("properties").path("file").asText()));
    }

    /**
     * Reads the manifest.
     *
     * @throws IllegalArgumentException
     *             if the directory doesn't hold exactly one stack
     */
    static CloudAssembly read(Path directory, Place place) {
        var manifest = directory.resolve("manifest.json");
        if (!Files.exists(manifest)) {
            throw new IllegalArgumentException(
                    "Nothing is synthesised in %s: mvn package does it".formatted(directory.toAbsolutePath()));
        }
        var artifacts = json(manifest).path("artifacts");
        var stacks = artifacts.properties().stream()
                .filter(artifact -> artifact.getValue().path("type").asText().equals("aws:cloudformation:stack"))
                .toList();
        if (stacks.size() != 1) {
            throw new IllegalArgumentException(
                    "There are %d stacks in %s, not one".formatted(stacks.size(), directory));
        }
        return new CloudAssembly(directory, place, stacks.getFirst().getKey(), artifacts);
    }

    String stackName() {
        return stackName;
    }

    Path template() {
        return directory.resolve(stack.path("templateFile").asText());
    }

    /** The SSM parameter in which {@code cdk bootstrap} leaves its version, and which the template asks for. */
    Optional<String> bootstrapParameter() {
        return Optional.ofNullable(stack.path("bootstrapStackVersionSsmParameter").textValue());
    }

    /** The files to upload; the template is one of them. */
    List<Asset> assets() {
        var assets = new ArrayList<Asset>();
        for (var file : assetManifest.path("files")) {
            var source = file.path("source");
            for (var destination : file.path("destinations")) {
                assets.add(new Asset(directory.resolve(source.path("path").asText()),
                        source.path("packaging").asText().equals("zip"),
                        place.fill(destination.path("bucketName").asText()),
                        place.fill(destination.path("objectKey").asText())));
            }
        }
        return assets;
    }

    private static JsonNode json(Path file) {
        try {
            return MAPPER.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("A part of the cloud assembly can't be read: " + file, e);
        }
    }
}
