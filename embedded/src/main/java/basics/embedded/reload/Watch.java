package basics.embedded.reload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Reports changed files after a moment without further changes, since a compiler writes many. It polls all files, which
 * takes a few milliseconds for some hundred. Watch services take seconds on macOS, and don't work on some file systems.
 */
public final class Watch implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(150);

    private record Stamp(FileTime written, long size) {}

    private final List<Path> roots;
    private final Runnable changed;
    private final Thread thread;
    private Map<Path, Stamp> told;

    private Watch(List<Path> roots, Runnable changed) {
        this.roots = roots;
        this.changed = changed;
        told = look();
        thread = Thread.ofVirtual().name("watch").unstarted(this::watch);
    }

    /**
     * Starts to watch. A change during the handling of the last one is reported afterwards.
     *
     * @param roots
     *            files and folders, with their contents except hidden files and editors' backups ({@code name~})
     * @param changed
     *            called for each change, never concurrently
     */
    public static Watch start(List<Path> roots, Runnable changed) {
        var watch = new Watch(roots, changed);
        watch.thread.start();
        return watch;
    }

    private void watch() {
        var seen = told;
        while (pause()) {
            var now = look();
            if (now.equals(seen) && !now.equals(told)) {
                told = now;
                changed.run();
            }
            seen = now;
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException closed) {
            return false;
        }
    }

    private Map<Path, Stamp> look() {
        var files = new HashMap<Path, Stamp>();
        for (var root : roots) {
            try {
                Files.walkFileTree(root, new Visitor(files));
            } catch (IOException impossible) {
                // Skips files that disappear during the check. The next check reports them.
                throw new UncheckedIOException(impossible);
            }
        }
        return files;
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final Map<Path, Stamp> files;

        Visitor(Map<Path, Stamp> files) {
            this.files = files;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            var name = file.getFileName().toString();
            if (!name.startsWith(".") && !name.endsWith("~")) {
                files.put(file, new Stamp(attributes.lastModifiedTime(), attributes.size()));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException gone) {
            return FileVisitResult.CONTINUE;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
