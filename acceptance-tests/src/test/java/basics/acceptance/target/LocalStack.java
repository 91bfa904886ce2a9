package basics.acceptance.target;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/** A LocalStack that answers. */
interface LocalStack extends AutoCloseable {

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
            var patience = (int) Duration.ofSeconds(10).toMillis();
            var connection = (HttpURLConnection) endpoint.resolve("/_localstack/health").toURL().openConnection();
            connection.setConnectTimeout(patience);
            connection.setReadTimeout(patience);
            connection.getResponseCode();
            connection.disconnect();
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("-Dlocalstack.endpoint=%s: nothing answers there (%s)".formatted(url, e),
                    e);
        }
        return new Running(endpoint);
    }

    /** Whoever started it ends it. */
    record Running(URI endpoint) implements LocalStack {

        @Override
        public void close() {
            // Not ours.
        }
    }
}
