package basics.authorization;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Collections;

import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

class TlsSessionsTest {
    private static final String PASSWORD = "changeit";

    private final SSLContext usual = SSLContext.getDefault();
    private final HttpsServer issuer = HttpsServer
            .create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    TlsSessionsTest() throws Exception {}

    @BeforeEach
    void trustAnIssuer(@TempDir Path directory) throws Exception {
        var context = context(directory.resolve("localhost.p12"));
        use(context);
        issuer.setHttpsConfigurator(new HttpsConfigurator(context));
        issuer.createContext("/jwks", exchange -> {
            var keys = "{\"keys\":[]}".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        issuer.start();
    }

    @AfterEach
    void trustWhoIsTrustedUsually() {
        issuer.stop(0);
        use(usual);
    }

    private static void use(SSLContext context) {
        SSLContext.setDefault(context);
        HttpsURLConnection.setDefaultSSLSocketFactory(context.getSocketFactory());
    }

    /** A context with a certificate for localhost that it both presents and trusts. */
    private static SSLContext context(Path file) throws Exception {
        var tool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "SAN=dns:localhost", "-keystore",
                file.toString(), "-storepass", PASSWORD).inheritIO().start();
        assertThat(tool.waitFor()).isZero();
        var store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        var shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        shown.init(store, PASSWORD.toCharArray());
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        var trust = KeyStore.getInstance(KeyStore.getDefaultType());
        trust.load(null, null);
        var alias = Collections.list(store.aliases()).getFirst();
        trust.setCertificateEntry(alias, store.getCertificate(alias));
        trusted.init(trust);
        var context = SSLContext.getInstance("TLS");
        context.init(shown.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    private static int sessions() throws NoSuchAlgorithmException {
        return Collections.list(SSLContext.getDefault().getClientSessionContext().getIds()).size();
    }

    @Test
    void shouldForgetTheIssuersSessions() throws Exception {
        var url = URI.create("https://localhost:" + issuer.getAddress().getPort() + "/jwks").toURL();
        new JwksDownload(Duration.ofSeconds(5), Duration.ofSeconds(5)).retrieveResource(url);
        assertThat(sessions()).isPositive();

        TlsSessions.forget();

        assertThat(sessions()).isZero();
    }
}
