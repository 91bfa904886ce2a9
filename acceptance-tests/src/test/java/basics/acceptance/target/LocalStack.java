package basics.acceptance.target;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/** A LocalStack that answers. */
interface LocalStack extends AutoCloseable {

    /** The first calls of a function each wait for a container and a JVM, on what may be a busy machine. */
    Duration TIMEOUT = Duration.ofMinutes(2);

    URI endpoint();

    @Override
    void close();

    /** The one whose endpoint is given, or else one in a container. */
    static LocalStack of(Options options) {
        return options.get("localstack.endpoint").map(LocalStack::running)
                .orElseGet(() -> LocalStackInDocker.start(options));
    }

    /**
     * One that somebody else started.
     *
     * @throws IllegalStateException
     *             if nothing answers there
     */
    private static LocalStack running(String url) {
        var endpoint = URI.create(url.replaceFirst("/+$", ""));
        try {
            health(endpoint);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("-Dlocalstack.endpoint=%s: nothing answers there (%s)".formatted(url, e),
                    e);
        }
        return new Running(endpoint);
    }

    /** Whether it is a LocalStack that answers there in place of AWS, or an emulator that takes itself for one. */
    static boolean isAt(URI endpoint) {
        try {
            return health(endpoint) == HttpURLConnection.HTTP_OK;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static int health(URI endpoint) throws IOException {
        var patience = (int) Duration.ofSeconds(10).toMillis();
        var connection = (HttpURLConnection) endpoint.resolve("/_localstack/health").toURL().openConnection();
        connection.setConnectTimeout(patience);
        connection.setReadTimeout(patience);
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }

    /** Whoever started it ends it. */
    record Running(URI endpoint) implements LocalStack {

        @Override
        public void close() {
            // Not ours.
        }
    }
}
