package basics.acceptance.target;

import java.net.URI;

/** A service that somebody else started, such as {@code mvn -Plocal} on another console. */
record RunningTarget(URI apiUrl) implements Target {

    @Override
    public String name() {
        return "running at " + apiUrl;
    }

    @Override
    public void close() {
        // Whoever started it ends it.
    }
}
