package basics.infra.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The files of the project that synthesis reads.
 *
 * @param root
 *            the folder of {@code cdk.json}
 * @param functionJar
 *            the code of every operation's function
 * @param authorizerJar
 *            the code of the authorizer
 * @param customRuntimes
 *            the folder of the zips with their own Java
 */
public record Project(Path root, Path functionJar, Path authorizerJar, Path customRuntimes) {

    Project(Path root) {
        this(root, root.resolve("functions/target/functions.jar"), root.resolve("authorizer/target/authorizer.jar"),
                root.resolve("extras/custom-runtime/target"));
    }

    /** Finds the project around the current folder. That is a module's folder when a test or an IDE starts the app. */
    public static Project find() {
        var start = Path.of("").toAbsolutePath();
        for (var folder = Optional.of(start); folder.isPresent(); folder = folder.map(Path::getParent)) {
            if (Files.exists(folder.get().resolve("cdk.json"))) {
                return new Project(folder.get());
            }
        }
        throw new Refusal("There is no cdk.json in " + start + " or above: run this inside the project.");
    }

    /** The content of {@code openapi.yaml}. */
    public Map<String, Object> openApi() {
        return yaml(root.resolve("openapi.yaml"));
    }

    /** The code of every operation's function. */
    public Path existingFunctionJar() {
        return existing(functionJar, "functions");
    }

    /** The code of the authorizer. */
    public Path existingAuthorizerJar() {
        return existing(authorizerJar, "authorizer");
    }

    /** The operations' code with its own Java, for the architecture of the existing zip. */
    public CustomRuntime existingCustomRuntime() {
        var built = CustomRuntime.allIn(customRuntimes).stream().filter(zip -> Files.exists(zip.zip())).toList();
        if (built.isEmpty()) {
            throw new Refusal("There is no custom-runtime-*.zip in " + customRuntimes + ": " + CustomRuntime.BUILD);
        }
        if (built.size() > 1) {
            throw new Refusal(customRuntimes + " has zips of several architectures: remove all but one.");
        }
        var zip = built.getFirst();
        if (!holds(zip.zip(), existingFunctionJar())) {
            throw new Refusal(zip.zip() + " holds other functions than " + functionJar + ": " + CustomRuntime.BUILD);
        }
        return zip;
    }

    /** The context of {@code cdk.json}. Values from the CDK command line take precedence (AppProps.context). */
    public Map<String, Object> context(String... environment) {
        // JSON is valid YAML, so one parser serves both files.
        var context = new LinkedHashMap<>(Settings.object(yaml(root.resolve("cdk.json")).get("context")));
        if (!startedByCommandLine() && environment.length > 0) {
            context.put("env", environment[0]);
        }
        return context;
    }

    /**
     * The folder for the cloud assembly: the one that the CDK command line names, otherwise one in this build's output.
     */
    public String outputDirectory() {
        return Optional.ofNullable(System.getenv("CDK_OUTDIR")).orElse(root.resolve("infra/target/cdk.out").toString());
    }

    private static Path existing(Path jar, String module) {
        if (!Files.exists(jar)) {
            throw new Refusal(jar + " is missing: build it with `mvn -pl " + module + " package`.");
        }
        return jar;
    }

    /** Whether a zip contains an identical copy of a file under its name. */
    private static boolean holds(Path zip, Path file) {
        try (var packed = new ZipFile(zip.toFile())) {
            var entry = packed.getEntry(file.getFileName().toString());
            var checksum = new CRC32();
            checksum.update(Files.readAllBytes(file));
            return entry != null && entry.getSize() == Files.size(file) && entry.getCrc() == checksum.getValue();
        } catch (IOException e) {
            throw new Refusal(zip + " can't be read: " + e.getMessage());
        }
    }

    private static boolean startedByCommandLine() {
        return System.getenv("CDK_CONTEXT_JSON") != null;
    }

    private static Map<String, Object> yaml(Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            return Settings.object(new Yaml(new SafeConstructor(new LoaderOptions())).load(reader));
        } catch (IOException e) {
            throw new Refusal(file + " can't be read: " + e.getMessage());
        } catch (YAMLException e) {
            throw new Refusal(file + " is malformed: " + String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
        }
    }
}
