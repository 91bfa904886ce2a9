package basics.embedded.dynamodb;

import basics.embedded.platform.StartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder that keeps tables across restarts, locked for one instance; a kill releases the lock. */
record DataFolder(Path path, FileChannel lock) implements AutoCloseable {

    static DataFolder open(Path path) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new StartException(
                    "The data folder %s is a file: choose another one with -Ddata=DIR.".formatted(path));
        }
        FileChannel channel;
        try {
            Files.createDirectories(path);
            channel = FileChannel.open(path.resolve("embedded.lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
        } catch (IOException unusable) {
            throw new StartException(
                    "The data folder %s can't be read and written: choose another one with -Ddata=DIR.".formatted(path),
                    unusable);
        }
        if (!locked(channel)) {
            close(channel);
            throw new StartException(
                    "The data folder %s is used by another instance: stop that one, or choose another folder with -Ddata=DIR."
                            .formatted(path));
        }
        return new DataFolder(path, channel);
    }

    private static boolean locked(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        close(lock);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
