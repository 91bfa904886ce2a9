package basics.acceptance.target;

import basics.acceptance.tokens.TestIssuer;
import basics.acceptance.tokens.Tokens;
import basics.embedded.Embedded;
import basics.embedded.Issuer;
import basics.embedded.Settings;
import basics.embedded.platform.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The synthesised template on this machine, in memory, at any free port, with an issuer of tokens whose keys are in the
 * test's hands. Its log goes to a file beside the report.
 */
record EmbeddedTarget(Embedded embedded, TestIssuer issuer, PrintStream log) implements Target {

    private static final Path ASSEMBLY = Path.of("..", "infra", "target", "cdk.out");
    private static final Path LOG = Path.of("target", "embedded.log");

    static EmbeddedTarget start() {
        try {
            var log = new PrintStream(LOG.toFile(), StandardCharsets.UTF_8);
            var issuer = TestIssuer.start();
            var settings = Settings.of(ASSEMBLY).withConsole(Console.to(log))
                    .withIssuer(new Issuer(issuer.issuer(), issuer.jwks()));
            return new EmbeddedTarget(Embedded.start(settings), issuer, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return Targets.DEFAULT;
    }

    @Override
    public URI apiUrl() {
        return embedded.apiUrl();
    }

    @Override
    public Tokens tokens() {
        return issuer;
    }

    @Override
    public void close() {
        embedded.close();
        issuer.close();
        log.close();
    }
}
