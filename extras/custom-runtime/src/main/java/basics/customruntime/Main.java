package basics.customruntime;

import java.nio.file.Path;

import basics.embedded.platform.StartException;

/** Builds the zip for this machine's architecture: {@code Main FUNCTIONS_JAR ASSEMBLY FOLDER}. */
public final class Main {
    private Main() {}

    /**
     * Writes {@code FOLDER/custom-runtime-<architecture>.zip}, or prints one line with the reason and exits with 1.
     *
     * @param arguments
     *            the functions' jar, the cloud assembly with the tables for the training, and the folder for the zip
     */
    public static void main(String... arguments) {
        // DynamoDB Local logs through SLF4J, which would warn that no logging framework is there.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        var folder = Path.of(arguments[2]);
        try {
            var image = Image.create(folder.resolve("image"), Path.of(arguments[0]));
            Training.run(image, Path.of(arguments[1]), folder.resolve("training"));
            var zip = folder.resolve("custom-runtime-%s.zip".formatted(Image.architecture()));
            image.pack(zip);
            System.out.printf("%s: %.1f MB, unpacked %.1f MB%n", zip.getFileName(), zip.toFile().length() / 1e6,
                    image.size() / 1e6);
            // DynamoDB Local doesn't end its threads.
            System.exit(0);
        } catch (StartException failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }
}
