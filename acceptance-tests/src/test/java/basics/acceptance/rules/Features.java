package basics.acceptance.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import basics.acceptance.glossary.Glossary;

/** The feature files, and what goes with them. */
final class Features {

    private static final Path ROOT = Path.of("src/test/resources/features");
    private static final String CONTRACT = Glossary.CONTRACT + "/";

    private Features() {}

    /** The texts of all, by their paths. */
    static Map<String, String> all() throws IOException {
        var features = new TreeMap<String, String>();
        List<Path> files;
        try (var walk = Files.walk(ROOT)) {
            files = walk.filter(file -> file.toString().endsWith(".feature")).toList();
        }
        for (var file : files) {
            features.put(ROOT.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        }
        return features;
    }

    /** The folders that stand for capabilities. */
    static Set<String> folders() throws IOException {
        return all().keySet().stream().map(path -> path.substring(0, path.indexOf('/'))).collect(Collectors.toSet());
    }

    /** Whether a feature is for developers, and may be technical. */
    static boolean isContract(String path) {
        return path.startsWith(CONTRACT);
    }

    static Glossary glossary() {
        return Glossary.read(ROOT.resolve("glossary.yaml"));
    }
}
