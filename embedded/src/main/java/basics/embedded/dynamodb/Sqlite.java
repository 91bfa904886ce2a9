package basics.embedded.dynamodb;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.amazonaws.services.dynamodbv2.local.shared.access.sqlite.SQLiteLibraryLoader;

import basics.embedded.platform.TemporaryFolder;

/**
 * What DynamoDB Local keeps tables in. It answers a transaction as stored when SQLite can't write it, and merely logs that:
 * so this listens to its log. One for the process, as the log and the library are.
 */
final class Sqlite {
    /** Its result codes: READONLY, IOERR, CORRUPT, FULL, CANTOPEN; what follows in higher bits says more of one of them. */
    private static final Set<Integer> NOT_STORED = Set.of(8, 10, 11, 13, 14);
    private static final Pattern CODE = Pattern.compile("\\[(-?\\d+)].*", Pattern.DOTALL);
    /** Kept here, as the logging library forgets a logger that nobody has, and its filter with it. */
    private static final Logger LOG = Logger.getLogger("com.almworks.sqlite4java");
    private static final AtomicReference<@Nullable String> LAST = new AtomicReference<>();

    static {
        LOG.setFilter(entry -> {
            var failure = entry.getThrown();
            if (failure == null || !notStored(failure)) {
                return true;
            }
            LAST.set(failure.getMessage());
            return false;
        });
    }

    private Sqlite() {}

    /**
     * Loads its library from a file that is gone at once: DynamoDB Local would leave it among the system's temporary files
     * when this process is killed.
     */
    static synchronized void load() throws Exception {
        try (var folder = TemporaryFolder.create()) {
            System.setProperty("org.sqlite.tmpdir", folder.path().toString());
            SQLiteLibraryLoader.initialize();
        }
    }

    /** Why something could not be stored the last time. */
    static Optional<String> lastFailure() {
        return Optional.ofNullable(LAST.get());
    }

    private static boolean notStored(Throwable failure) {
        var code = CODE.matcher(String.valueOf(failure.getMessage()));
        return failure.getClass().getSimpleName().equals("SQLiteException") && code.matches()
                && NOT_STORED.contains(Integer.parseInt(code.group(1)) & 0xff);
    }
}
