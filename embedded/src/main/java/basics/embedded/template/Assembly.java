package basics.embedded.template;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import basics.embedded.platform.StartException;

/** A cloud assembly directory, as `cdk synth` writes it: one stack's template and the files that it refers to. */
record Assembly(String stackName, String region, JsonNode template, Map<String, Path> assets) {
    private static final String DEFAULT_REGION = "us-east-1";

    static Assembly read(Path directory) {
        var manifestFile = directory.resolve("manifest.json");
        if (!Files.isRegularFile(manifestFile)) {
            throw new StartException(
                    "There is no cloud assembly in %s: synthesise it first (mvn package).".formatted(directory));
        }
        var artifacts = Json.read(manifestFile).path("artifacts");
        var stacks = new ArrayList<Map.Entry<String, JsonNode>>();
        var assets = new HashMap<String, Path>();
        artifacts.properties().forEach(artifact -> {
            switch (artifact.getValue().path("type").asText()) {
                case "aws:cloudformation:stack" -> stacks.add(artifact);
                case "cdk:asset-manifest" -> assets.putAll(assets(directory, artifact.getValue()));
                default -> {
                    // The construct tree and its metadata don't describe resources.
                }
            }
        });
        if (stacks.size() != 1) {
            throw new StartException("%s holds %d stacks (%s): one is needed.".formatted(directory, stacks.size(),
                    String.join(", ", names(stacks))));
        }
        var stack = stacks.getFirst();
        var properties = stack.getValue().path("properties");
        return new Assembly(properties.path("stackName").asText(stack.getKey()),
                region(stack.getValue().path("environment").asText()),
                Json.read(directory.resolve(properties.path("templateFile").asText())), assets);
    }

    private static List<String> names(List<Map.Entry<String, JsonNode>> stacks) {
        return stacks.stream().map(Map.Entry::getKey).toList();
    }

    private static Map<String, Path> assets(Path directory, JsonNode artifact) {
        var files = Json.read(directory.resolve(artifact.path("properties").path("file").asText())).path("files");
        var byKey = new HashMap<String, Path>();
        for (var file : files) {
            var source = directory.resolve(file.path("source").path("path").asText());
            file.path("destinations").forEach(target -> byKey.put(target.path("objectKey").asText(), source));
        }
        return byKey;
    }

    /** The region in `aws://account/region`. A stack without a region gets us-east-1. */
    private static String region(String environment) {
        var region = environment.substring(environment.lastIndexOf('/') + 1);
        return region.isEmpty() || region.equals("unknown-region") ? DEFAULT_REGION : region;
    }
}
