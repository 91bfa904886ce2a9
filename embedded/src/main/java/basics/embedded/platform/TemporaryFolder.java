package basics.embedded.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A folder that is removed when it is closed. If its process was killed, the next owner of such a folder removes it. A
 * locked file beside it shows that its owner is alive.
 */
public final class TemporaryFolder implements AutoCloseable {
    private static final String LOCK = ".lock";

    private final Path path;
    private final LockFile lock;

    private TemporaryFolder(Path path, LockFile lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Creates a folder among the system's temporary files, after removing abandoned ones. */
    public static TemporaryFolder create() {
        try {
            return create(Path.of(System.getProperty("java.io.tmpdir")), "embedded-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Creates a folder that only its owner may enter, after removing abandoned ones of its kind.
     *
     * @param parent
     *            an existing folder
     * @param kind
     *            the prefix of their names
     */
    public static TemporaryFolder create(Path parent, String kind) throws IOException {
        sweep(parent, kind);
        while (true) {
            var path = parent.resolve(kind + UUID.randomUUID());
            var lock = LockFile.take(Path.of(path + LOCK));
            // Another process may lock it first, to remove it as abandoned.
            if (lock.isPresent()) {
                Files.createDirectory(path, Owner.ONLY);
                return new TemporaryFolder(path, lock.get());
            }
        }
    }

    /**
     * Removes the abandoned folders of a kind. Those of living processes or other users stay, and those without a lock.
     */
    public static void sweep(Path parent, String kind) throws IOException {
        try (var locks = Files.newDirectoryStream(parent, ours(kind))) {
            for (var file : locks) {
                remove(file);
            }
        }
    }

    private static void remove(Path file) {
        try (var lock = LockFile.take(file).orElse(null)) {
            if (lock != null) {
                var name = file.toString();
                delete(Path.of(name.substring(0, name.length() - LOCK.length())));
                lock.delete();
            }
        } catch (IOException inTheWay) {
            // An abandoned folder that can't be removed does no harm.
            return;
        }
    }

    private static DirectoryStream.Filter<Path> ours(String kind) {
        return file -> {
            var name = file.getFileName().toString();
            try {
                return name.startsWith(kind) && name.endsWith(LOCK)
                        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Owner.isThisUser(file);
            } catch (NoSuchFileException e) {
                // Its owner has just removed it.
                return false;
            }
        };
    }

    public Path path() {
        return path;
    }

    /** Removes a file, or a folder with its contents, if it exists. Doesn't follow links. */
    public static void delete(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Removes the folder before its lock. If the process is killed in between, the next sweep removes the rest. */
    @Override
    public void close() {
        try {
            delete(path);
            lock.delete();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
