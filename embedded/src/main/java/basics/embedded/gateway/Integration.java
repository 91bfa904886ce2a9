package basics.embedded.gateway;

import java.time.Duration;

/** What stands behind a method. */
sealed interface Integration {
    /** A Lambda proxy integration with its integration timeout. */
    record Proxy(String functionArn, Duration timeout) implements Integration {}

    /** A mock integration with its one static response. */
    record Mock(Reply reply) implements Integration {}
}
