package basics.clients;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

import com.fasterxml.jackson.databind.ObjectMapper;

import basics.embedded.Embedded;
import basics.embedded.Settings;
import basics.embedded.platform.Console;

/** The service on this machine, and a token for all of it. */
record Service(Embedded embedded, PrintStream log, String token) implements AutoCloseable {
    private static final Path ASSEMBLY = Path.of("..", "..", "infra", "target", "cdk.out");
    private static final Path LOG = Path.of("target", "embedded.log");
    private static final String CLIENT = Base64.getEncoder()
            .encodeToString("local:local".getBytes(StandardCharsets.US_ASCII));
    private static final String FORM = "grant_type=client_credentials"
            + "&scope=users%3Aread+users%3Awrite+events%3Aread+events%3Awrite";

    static Service start() throws IOException, InterruptedException {
        var log = new PrintStream(LOG.toFile(), StandardCharsets.UTF_8);
        var embedded = Embedded.start(Settings.of(ASSEMBLY).withConsole(Console.to(log)));
        return new Service(embedded, log, token(embedded.apiUrl()));
    }

    URI url() {
        return embedded.apiUrl();
    }

    private static String token(URI url) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + "/oauth2/token"))
                .header("Authorization", "Basic " + CLIENT)
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(FORM)).build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString()).body();
            return new ObjectMapper().readTree(answer).required("access_token").textValue();
        }
    }

    @Override
    public void close() {
        embedded.close();
        log.close();
    }
}
