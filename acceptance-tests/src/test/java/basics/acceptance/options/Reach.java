package basics.acceptance.options;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks whether a service listens, within 5 s. */
final class Reach {

    private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(5).toMillis();
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int DOCKER = 2375;

    private Reach() {}

    /**
     * Whether a URL's host accepts connections.
     *
     * @throws IllegalArgumentException
     *            if it is not an HTTP URL
     */
    static boolean answers(String url) {
        var parsed = URI.create(url.strip());
        if (parsed.getHost() == null || !String.valueOf(parsed.getScheme()).matches("https?")) {
            throw new IllegalArgumentException(url + " is not a URL such as http://localhost:8080");
        }
        return listens(parsed, parsed.getScheme().equals("https") ? HTTPS : HTTP);
    }

    /**
     * Whether a container engine listens where Testcontainers looks for one (java.testcontainers.org, "Customizing
     * Docker host detection"). An engine configured in another way counts as present, and Testcontainers reports it if
     * not.
     */
    static boolean hasDocker(Map<String, String> variables) {
        var home = Path.of(System.getProperty("user.home"));
        if (System.getProperty("os.name").startsWith("Windows")
                || Files.exists(home.resolve(".testcontainers.properties"))) {
            return true;
        }
        var host = Optional.ofNullable(variables.get("DOCKER_HOST")).filter(given -> !given.isBlank());
        if (host.isPresent()) {
            return hasDocker(URI.create(host.get().strip()));
        }
        var runtime = Optional.ofNullable(variables.get("XDG_RUNTIME_DIR")).map(Path::of);
        return Stream.concat(runtime.map(folder -> folder.resolve("docker.sock")).stream(),
                Stream.of(Path.of("/var/run/docker.sock"), home.resolve(".docker/run/docker.sock"),
                        home.resolve(".docker/desktop/docker.sock")))
                .anyMatch(Reach::listens);
    }

    private static boolean hasDocker(URI host) {
        return switch (String.valueOf(host.getScheme())) {
            case "unix" -> listens(Path.of(host.getPath()));
            case "tcp", "http", "https" -> host.getHost() != null && listens(host, DOCKER);
            default -> true;
        };
    }

    private static boolean listens(URI url, int usualPort) {
        try (var socket = new Socket()) {
            var port = url.getPort() < 0 ? usualPort : url.getPort();
            socket.connect(new InetSocketAddress(url.getHost().replaceAll("[\\[\\]]", ""), port), PATIENCE_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean listens(Path socket) {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
