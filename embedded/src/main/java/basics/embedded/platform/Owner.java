package basics.embedded.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

import com.sun.security.auth.module.UnixSystem;

/** Permissions of files for their owner only. */
public final class Owner {
    /** The permissions of a private folder. */
    public static final FileAttribute<Set<PosixFilePermission>> ONLY = PosixFilePermissions
            .asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /** The permissions of a private file. */
    static final FileAttribute<Set<PosixFilePermission>> FILE_ONLY = PosixFilePermissions
            .asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private Owner() {}

    /** Writes a new private file atomically. */
    public static void write(Path file, String text) throws IOException {
        var unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, FILE_ONLY);
        Files.writeString(unfinished, text);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The file's permissions in the form of {@code ls}, such as {@code rwxr-xr-x}. */
    public static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    /** Whether nobody else has any permission. */
    public static boolean isAlone(Path file) throws IOException {
        return rights(file).endsWith("------");
    }

    /** Removes all permissions of others. */
    public static void restrict(Path file) throws IOException {
        var rights = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        Files.setPosixFilePermissions(file, rights);
    }

    static boolean isThisUser(Path file) throws IOException {
        return Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS)
                .equals((int) new UnixSystem().getUid());
    }
}
