package basics.embedded.lambda;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipFile;

import basics.embedded.platform.StartException;
import basics.embedded.platform.TemporaryFolder;

/** The unpacked code of functions, each asset once, in a folder of its own that goes away at the end. */
public final class TaskRoots implements AutoCloseable {
    /** The program of a custom runtime (Lambda Developer Guide, "Building a custom runtime for AWS Lambda"). */
    public static final String BOOTSTRAP = "bootstrap";

    private final TemporaryFolder folder = TemporaryFolder.create();
    private final Map<Path, Path> unpacked = new HashMap<>();

    /** Its own folder, for what else goes away at the end. */
    public Path folder() {
        return folder.path();
    }

    /** A directory is its own task root; a zip or jar is unpacked as Lambda unpacks it. */
    public synchronized Path of(Path code) {
        return Files.isDirectory(code) ? code.toAbsolutePath() : unpacked.computeIfAbsent(code, this::unpack);
    }

    private Path unpack(Path archive) {
        var root = folder.path().resolve(Integer.toString(unpacked.size()));
        try (var zip = new ZipFile(archive.toFile())) {
            Files.createDirectories(root);
            for (var entry : zip.stream().toList()) {
                var target = root.resolve(entry.getName()).normalize();
                if (!target.startsWith(root)) {
                    throw new IOException("%s leaves its archive".formatted(entry));
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip.getInputStream(entry), target);
                    Files.setLastModifiedTime(target, entry.getLastModifiedTime());
                }
            }
            if (Files.exists(root.resolve(BOOTSTRAP))) {
                copyModes(archive, root);
            }
            return root;
        } catch (IOException failure) {
            throw new StartException("Can't unpack %s: %s".formatted(archive, failure.getMessage()), failure);
        }
    }

    /** Who may run what: a zip file knows, but the class that reads it in order does not say. */
    private static void copyModes(Path archive, Path root) throws IOException {
        try (var zip = FileSystems.newFileSystem(archive, Map.of("enablePosixFileAttributes", true));
                var files = Files.walk(zip.getPath("/"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.setPosixFilePermissions(root.resolve(file.toString().substring(1)),
                        Files.getPosixFilePermissions(file));
            }
        }
    }

    @Override
    public void close() {
        folder.close();
    }
}
