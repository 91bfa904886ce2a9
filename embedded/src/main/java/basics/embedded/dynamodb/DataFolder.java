package basics.embedded.dynamodb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import basics.embedded.platform.Console;
import basics.embedded.platform.LockFile;
import basics.embedded.platform.Owner;
import basics.embedded.platform.StartException;

/**
 * The folder that keeps tables across restarts, locked for one instance; a kill releases the lock. A new one is its owner's
 * alone.
 *
 * @param margin
 *            how many bytes have to be free for anything to be stored
 */
record DataFolder(Path path, LockFile lock, long margin) implements AutoCloseable {
    /** Room for the largest transactions of some functions at once (4 MB each), and SQLite's journal of them. */
    static final long MARGIN = 64 << 20;
    /** The name that DynamoDB Local gives to the database which all callers share. */
    private static final String DATABASE = "shared-local-instance.db";

    static DataFolder open(Path path, long margin, Console console) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new StartException(
                    "The data folder %s is a file: choose another one with -Ddata=DIR.".formatted(path));
        }
        Optional<LockFile> lock;
        try {
            Files.createDirectories(path, Owner.ONLY);
            lock = LockFile.take(path.resolve("embedded.lock"));
            if (!Owner.isAlone(path)) {
                console.line("Others on this machine may look into the data folder %s (%s): chmod -R go= %1$s"
                        .formatted(path, Owner.rights(path)));
            }
        } catch (IOException unusable) {
            throw new StartException(
                    "The data folder %s can't be read and written: choose another one with -Ddata=DIR.".formatted(path),
                    unusable);
        }
        return new DataFolder(path, lock.orElseThrow(() -> new StartException(
                "The data folder %s is used by another instance: stop that one, or choose another folder with -Ddata=DIR."
                        .formatted(path))),
                margin);
    }

    private Path database() {
        return path.resolve(DATABASE);
    }

    /** Whether there are tables from an earlier run. */
    boolean isUsed() {
        return Files.exists(database());
    }

    /** Keeps others from the database: SQLite makes it, and its journals, as the user's umask has it. */
    void restrict() {
        try {
            Owner.restrict(database());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Why nothing can be stored now, and what to do about it. */
    Optional<String> obstacle() {
        if (!Files.exists(database())) {
            return Optional
                    .of("Nothing is stored any more: the data folder %s was removed. Start again.".formatted(path));
        }
        if (!Files.isWritable(path) || !Files.isWritable(database())) {
            return Optional.of("Nothing is stored: the data folder %s is read-only. Make it writable.".formatted(path));
        }
        try {
            var free = Files.getFileStore(path).getUsableSpace();
            return free >= margin
                    ? Optional.empty()
                    : Optional.of("Nothing is stored: the data folder %s has %d MiB of space left. Free %d MiB."
                            .formatted(path, free >> 20, margin >> 20));
        } catch (IOException unknown) {
            return Optional.of("Nothing is stored: the data folder %s can't be looked at (%s)."
                    .formatted(path, unknown.getMessage()));
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
