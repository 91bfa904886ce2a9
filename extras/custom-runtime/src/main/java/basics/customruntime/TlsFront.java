package basics.customruntime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

import basics.embedded.platform.StartException;

/**
 * Adds TLS to a plain server, because DynamoDB uses TLS only. A third of a first call is TLS, so the training must
 * include it.
 */
final class TlsFront implements AutoCloseable {
    private static final String PASSWORD = "changeit";

    private final SSLServerSocket server;
    private final URI plain;
    private final Path trusted;

    private TlsFront(SSLServerSocket server, URI plain, Path trusted) {
        this.server = server;
        this.plain = plain;
        this.trusted = trusted;
    }

    /**
     * Listens on the loopback interface, at any free port.
     *
     * @param folder
     *            the folder for keys and certificates, which the JDK's keytool makes for this run
     */
    static TlsFront open(URI plain, Path folder) {
        try {
            var keys = folder.resolve("keys.p12");
            var trusted = folder.resolve("trusted.p12");
            var certificate = folder.resolve("localhost.crt").toString();
            Files.copy(Path.of(System.getProperty("java.home"), "lib/security/cacerts"), trusted);
            keytool(keys, "-genkeypair", "-alias", "localhost", "-keyalg", "RSA", "-keysize", "2048", "-dname",
                    "CN=localhost", "-ext", "san=dns:localhost", "-validity", "1");
            keytool(keys, "-exportcert", "-alias", "localhost", "-file", certificate);
            keytool(trusted, "-importcert", "-noprompt", "-alias", "localhost", "-file", certificate);
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            var socket = context.getServerSocketFactory().createServerSocket(0, 0, InetAddress.getLoopbackAddress());
            var front = new TlsFront((SSLServerSocket) socket, plain, trusted);
            Thread.ofVirtual().start(front::serve);
            return front;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException failure) {
            throw new StartException("TLS can't be set up: " + failure.getMessage(), failure);
        }
    }

    URI endpoint() {
        return URI.create("https://localhost:" + server.getLocalPort());
    }

    /** The option by which a JVM trusts the certificate. */
    String option() {
        return "-Djavax.net.ssl.trustStore=" + trusted;
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                var caller = server.accept();
                var called = new Socket(plain.getHost(), plain.getPort());
                Thread.ofVirtual().start(() -> pass(caller, called));
                Thread.ofVirtual().start(() -> pass(called, caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // One side closed its connection; now both are closed.
            return;
        }
    }

    private static void keytool(Path store, String command, String... options) throws IOException {
        var line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                command, "-keystore", store.toString(), "-storepass", PASSWORD));
        line.addAll(List.of(options));
        var process = new ProcessBuilder(line).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException("keytool: " + output);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
