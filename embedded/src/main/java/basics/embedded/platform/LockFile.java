package basics.embedded.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file on which one owner at a time holds a lock. The system releases it when the owner's process ends in any way.
 */
public final class LockFile implements AutoCloseable {
    /**
     * The locks of this process. The system's locks belong to a process, so opening and closing a locked file would
     * release its lock.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private LockFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock. Creates the file if it doesn't exist, readable by its owner only. Empty when this or another
     * process holds the lock.
     *
     * @throws IOException
     *            when the file can't be opened for writing
     */
    public static Optional<LockFile> take(Path file) throws IOException {
        var known = Objects.requireNonNull(file.toAbsolutePath().getParent()).toRealPath().resolve(file.getFileName());
        if (!HELD.add(known)) {
            return Optional.empty();
        }
        var taken = Optional.<LockFile>empty();
        try {
            var channel = FileChannel.open(known, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    Owner.FILE_ONLY);
            try {
                // A lock on a file that was removed meanwhile has no effect.
                taken = channel.tryLock() != null && Files.exists(known)
                        ? Optional.of(new LockFile(known, channel))
                        : Optional.empty();
            } finally {
                if (taken.isEmpty()) {
                    channel.close();
                }
            }
        } finally {
            if (taken.isEmpty()) {
                HELD.remove(known);
            }
        }
        return taken;
    }

    /** Removes the file and releases the lock. */
    void delete() throws IOException {
        try {
            Files.deleteIfExists(file);
        } finally {
            close();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD.remove(file);
    }
}
