package basics.acceptance.documentation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code mvn -Pdocumentation -Dresults=DIR}: makes the site and the target matrix from the messages in DIR. */
public final class MakeDocumentation {

    private static final int DONE = 0;
    private static final int REFUSED = 1;

    private final Path module;
    private final PrintStream out;
    private final PrintStream complaints;

    MakeDocumentation(Path module, PrintStream out, PrintStream complaints) {
        this.module = module;
        this.out = out;
        this.complaints = complaints;
    }

    /**
     * Makes them.
     *
     * @param arguments
     *            the project's folder; and from there the folder of the results, the folder of the site, the target matrix, and
     *            the file with what is kept of each target's newest run
     */
    public static void main(String[] arguments) throws IOException {
        var root = Path.of(arguments[0]);
        System.exit(new MakeDocumentation(Path.of(""), System.out, System.err).make(root.resolve(arguments[1]),
                root.resolve(arguments[2]), root.resolve(arguments[3]), root.resolve(arguments[4])));
    }

    /** Makes them, or says why not; gives the code to end with. */
    int make(Path results, Path site, Path page, Path kept) throws IOException {
        try {
            var runs = Results.read(results);
            var recorded = Recorded.read(kept, runs);
            out.println("Living documentation: " + new SiteWriter(module).write(runs, site).toUri());
            Recorded.write(recorded, kept);
            Files.writeString(page, TargetPage.of(recorded, SiteWriter.targets(module)));
            return DONE;
        } catch (IllegalArgumentException e) {
            complaints.println("No living documentation: " + e.getMessage());
            return REFUSED;
        }
    }
}
