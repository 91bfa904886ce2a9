package basics.embedded.dynamodb;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import basics.embedded.iam.Access;
import basics.embedded.platform.Console;

/** Whether what is written can be stored. Once something could not, nothing more is written until the next start. */
final class Writes {
    private static final Pattern READING = Pattern
            .compile(
                    "dynamodb:(GetItem|GetRecords|GetShardIterator|BatchGetItem|Query|Scan|Describe.*|List.*|PartiQLSelect)");

    private final Supplier<Optional<String>> obstacle;
    private final Runnable last;
    private final boolean kept;
    private final Console console;
    private final Optional<String> before = Sqlite.lastFailure();
    private volatile String told = "";

    private Writes(Supplier<Optional<String>> obstacle, Runnable last, boolean kept, Console console) {
        this.obstacle = obstacle;
        this.last = last;
        this.kept = kept;
        this.console = console;
    }

    static Writes toMemory(Console console) {
        return new Writes(Optional::empty, () -> {}, false, console);
    }

    /**
     * Those to a folder.
     *
     * @param last
     *            does anything that SQLite does after what it was told to do before
     */
    static Writes to(DataFolder folder, Runnable last, Console console) {
        return new Writes(folder::obstacle, last, true, console);
    }

    static boolean are(Collection<Access> accesses) {
        return accesses.stream().anyMatch(access -> !READING.matcher(access.action()).matches());
    }

    /** Why nothing can be written now; told on the console, but not again and again. */
    Optional<String> obstacle() {
        var reason = failure().or(obstacle);
        reason.filter(line -> !line.equals(told)).ifPresent(console::line);
        told = reason.orElse("");
        return reason;
    }

    /** Whether what DynamoDB Local has answered is stored: it doesn't wait for the end of a transaction. */
    boolean stored() {
        if (kept) {
            last.run();
        }
        return failure().isEmpty();
    }

    private Optional<String> failure() {
        var now = Sqlite.lastFailure();
        return !kept || now.equals(before)
                ? Optional.empty()
                : now.map("Nothing is stored any more (%s). Mend that, and start again."::formatted);
    }
}
