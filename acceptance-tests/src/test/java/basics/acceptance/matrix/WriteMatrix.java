package basics.acceptance.matrix;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code mvn -Pmatrix -Dmatrix.results=DIR}: makes {@code docs/target-matrix.md} from the messages in DIR. */
public final class WriteMatrix {

    private static final int DONE = 0;
    private static final int REFUSED = 1;

    private WriteMatrix() {}

    /**
     * Makes the page.
     *
     * @param arguments
     *            the folder of the results, and the page to write
     */
    public static void main(String[] arguments) throws IOException {
        System.exit(make(Path.of(arguments[0]), Path.of(arguments[1]), System.err));
    }

    /** Makes the page, or says why not; gives the code to end with. */
    static int make(Path results, Path page, PrintStream complaints) throws IOException {
        try {
            Files.writeString(page, MatrixPage.of(Results.read(results)));
            return DONE;
        } catch (IllegalArgumentException e) {
            complaints.println("No target matrix: " + e.getMessage());
            return REFUSED;
        }
    }
}
