package basics.embedded.dynamodb;

import basics.embedded.iam.Access;
import basics.embedded.platform.Console;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Whether what is written can be stored. Once something could not, nothing more is written until the next start. */
final class Writes {
    private static final Pattern READING = Pattern
            .compile("dynamodb:(GetItem|BatchGetItem|Query|Scan|Describe.*|List.*|PartiQLSelect)");

    private final Supplier<Optional<String>> obstacle;
    private final boolean kept;
    private final Console console;
    private volatile String told = "";
    private volatile String broken = "";

    private Writes(Supplier<Optional<String>> obstacle, boolean kept, Console console) {
        this.obstacle = obstacle;
        this.kept = kept;
        this.console = console;
    }

    static Writes toMemory(Console console) {
        return new Writes(Optional::empty, false, console);
    }

    static Writes to(DataFolder folder, Console console) {
        return new Writes(folder::obstacle, true, console);
    }

    static boolean are(Collection<Access> accesses) {
        return accesses.stream().anyMatch(access -> !READING.matcher(access.action()).matches());
    }

    /** Why nothing can be written now; told on the console, but not again and again. */
    Optional<String> obstacle() {
        var reason = broken.isEmpty() ? obstacle.get() : Optional.of(broken);
        reason.filter(line -> !line.equals(told)).ifPresent(console::line);
        told = reason.orElse("");
        return reason;
    }

    /**
     * Whether a write that is over was stored.
     *
     * @param before
     *            SQLite's last failure when it began
     */
    boolean stored(Optional<Throwable> before) {
        var now = Sqlite.lastFailure();
        if (!kept || now.equals(before)) {
            return true;
        }
        broken = "Nothing is stored any more: %s. Mend that, and start again."
                .formatted(now.map(Throwable::getMessage).orElse(""));
        return false;
    }
}
