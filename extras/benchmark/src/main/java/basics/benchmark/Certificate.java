package basics.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * A self-signed certificate for localhost, and a trust store. The store is a copy of the JDK's with this certificate,
 * so that a start loads as many certificates as on AWS.
 */
final class Certificate {
    private static final String PASSWORD = "changeit";

    private final Path keys;
    private final Path trusted;

    /** Makes both with the JDK's keytool. */
    Certificate(Path folder) throws IOException, InterruptedException {
        keys = folder.resolve("keys.p12");
        trusted = folder.resolve("trusted.p12");
        var exported = folder.resolve("localhost.crt");
        var java = Path.of(System.getProperty("java.home"));
        Files.copy(java.resolve("lib/security/cacerts"), trusted);
        keytool(keys, "-genkeypair", "-alias", "localhost", "-keyalg", "RSA", "-keysize", "2048", "-dname",
                "CN=localhost", "-ext", "san=dns:localhost,ip:127.0.0.1", "-validity", "30");
        keytool(keys, "-exportcert", "-alias", "localhost", "-file", exported.toString());
        keytool(trusted, "-importcert", "-noprompt", "-alias", "localhost", "-file", exported.toString());
    }

    private static void keytool(Path store, String command, String... options)
            throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                command, "-keystore", store.toString(), "-storepass", PASSWORD));
        line.addAll(List.of(options));
        var process = new ProcessBuilder(line).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool: " + output);
        }
    }

    SslContextFactory.Server server() {
        var factory = new SslContextFactory.Server();
        factory.setKeyStorePath(keys.toString());
        factory.setKeyStorePassword(PASSWORD);
        return factory;
    }

    /** The option by which a JVM trusts the certificate. */
    String option() {
        return "-Djavax.net.ssl.trustStore=" + trusted;
    }
}
