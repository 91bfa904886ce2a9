package basics.acceptance.target;

import java.net.URI;

/** A service that somebody else started, such as {@code mvn -Plocal} on another console. */
record RunningTarget(String name, URI apiUrl, Caller caller) implements Target {

    @Override
    public void close() {
        // Whoever started it ends it.
    }
}
