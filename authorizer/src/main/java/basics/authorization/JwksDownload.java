package basics.authorization;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.time.Duration;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;

/**
 * Fetches the issuer's keys within limits of time and size. A redirect is a failure. The library's retriever follows
 * redirects, and limits only the time of each read.
 *
 * @param pause the timeout for connecting, and for each read
 * @param most the timeout for the whole body
 */
record JwksDownload(Duration pause, Duration most) implements ResourceRetriever {
    /** In bytes. A key has about 500, or a few thousand with certificates. */
    static final int LARGEST = 64 << 10;
    private static final int CHUNK = 8192;

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        var connection = (HttpURLConnection) url.openConnection();
        try {
            connection.setInstanceFollowRedirects(false);
            connection.setConnectTimeout((int) pause.toMillis());
            connection.setReadTimeout((int) pause.toMillis());
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                throw new IOException("Status " + connection.getResponseCode());
            }
            try (var body = connection.getInputStream()) {
                return new Resource(read(body), connection.getContentType());
            }
        } finally {
            connection.disconnect();
        }
    }

    private String read(InputStream body) throws IOException {
        var start = System.nanoTime();
        var bytes = new ByteArrayOutputStream(CHUNK);
        var chunk = new byte[CHUNK];
        for (var read = body.read(chunk); read >= 0; read = body.read(chunk)) {
            bytes.write(chunk, 0, read);
            if (bytes.size() > LARGEST || System.nanoTime() - start > most.toNanos()) {
                throw new IOException("Too large or too slow");
            }
        }
        return bytes.toString(UTF_8);
    }
}
