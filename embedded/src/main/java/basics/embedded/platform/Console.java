package basics.embedded.platform;

import java.io.PrintStream;

/** Prints lines for the user at the terminal. Thread-safe; lines don't mix. */
@FunctionalInterface
public interface Console {
    void line(String text);

    static Console to(PrintStream stream) {
        return stream::println;
    }
}
