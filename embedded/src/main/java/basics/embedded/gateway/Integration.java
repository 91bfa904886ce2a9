package basics.embedded.gateway;

import java.time.Duration;

/** What stands behind a method. */
sealed interface Integration permits Integration.Proxy, Mock {
    /** A Lambda proxy integration with its integration timeout. */
    record Proxy(String functionArn, Duration timeout) implements Integration {}
}
