package basics.embedded.platform;

import java.io.PrintStream;

/** Where lines for the person at the terminal go. May be called from any thread; lines do not mix. */
@FunctionalInterface
public interface Console {
    void line(String text);

    static Console to(PrintStream stream) {
        return stream::println;
    }
}
