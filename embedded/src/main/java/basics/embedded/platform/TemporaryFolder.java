package basics.embedded.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A folder that is removed when it is closed, or by whoever makes the next one of its kind when its process was killed. A
 * locked file beside it tells that its owner is alive.
 */
public final class TemporaryFolder implements AutoCloseable {
    private static final String LOCK = ".lock";

    private final Path path;
    private final LockFile lock;

    private TemporaryFolder(Path path, LockFile lock) {
        this.path = path;
        this.lock = lock;
    }

    /** A new one where the system has temporary files, after the left-over ones there are removed. */
    public static TemporaryFolder create() {
        try {
            return create(Path.of(System.getProperty("java.io.tmpdir")), "embedded-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * A new one, that only its owner may enter, after the left-over ones of its kind are removed.
     *
     * @param parent
     *            is there
     * @param kind
     *            what their names begin with
     */
    public static TemporaryFolder create(Path parent, String kind) throws IOException {
        sweep(parent, kind);
        while (true) {
            var path = parent.resolve(kind + UUID.randomUUID());
            var lock = LockFile.take(Path.of(path + LOCK));
            // Another one may have taken it for a left-over before it was locked.
            if (lock.isPresent()) {
                Files.createDirectory(path, Owner.ONLY);
                return new TemporaryFolder(path, lock.get());
            }
        }
    }

    /** Removes the left-over ones of a kind; those of living processes, of other users, and what has no lock stay. */
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
            // Whoever can't have a left-over removed does without: it harms nobody.
            return;
        }
    }

    private static DirectoryStream.Filter<Path> ours(String kind) {
        return file -> {
            var name = file.getFileName().toString();
            return name.startsWith(kind) && name.endsWith(LOCK) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && Owner.isThisUser(file);
        };
    }

    public Path path() {
        return path;
    }

    /** Removes a file, or a folder with all that is in it, if it is there. Links are not followed. */
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

    /** The folder goes before its lock: a kill in between leaves it to the next sweep. */
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
