package basics.acceptance.target;

import java.net.URI;

/** A running service. It is started once for a run, and closed at its end. */
public interface Target extends AutoCloseable {

    String name();

    /** The URL in front of the contract's paths, without a slash at its end. */
    URI apiUrl();

    @Override
    void close();
}
