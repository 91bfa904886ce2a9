package basics.acceptance.target;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import basics.acceptance.options.TargetOptions;
import basics.acceptance.tokens.TestIssuer;
import basics.acceptance.tokens.Tokens;
import basics.embedded.Embedded;
import basics.embedded.Issuer;
import basics.embedded.Settings;
import basics.embedded.dynamodb.OwnersAccess;
import basics.embedded.platform.Console;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * The synthesised template on this machine, in memory, at any free port, with an issuer of tokens whose keys are in the
 * test's hands. Its log goes to a file beside the report.
 */
record EmbeddedTarget(Embedded embedded, TestIssuer issuer, PrintStream log, Costs costs, SqsClient queues)
        implements
            Target {

    static final Path ASSEMBLY = Path.of("..", "infra", "target", "cdk.out");
    private static final Path AOT = Path.of("..", "embedded", "target", "aot");
    private static final Path LOG = Path.of("target", "embedded.log");

    private static final int LINES_SHOWN = 5;
    /** What SQS gives at a time. */
    private static final int MOST_MESSAGES = 10;

    /**
     * Starts it.
     *
     * @param makesCaches
     *            whether caches of the functions' code are made, which all features make up for; a few scenarios are through
     *            before they are there, and take what they find
     */
    static EmbeddedTarget start(boolean makesCaches) {
        try {
            var log = new PrintStream(LOG.toFile(), StandardCharsets.UTF_8);
            var issuer = TestIssuer.start();
            var costs = new Costs();
            var file = Console.to(log);
            var settings = Settings.of(ASSEMBLY).withConsole(line -> {
                file.line(line);
                costs.learn(line);
            })
                    .withIssuer(new Issuer(issuer.issuer(), issuer.jwks()))
                    .withAot(makesCaches || hasCaches() ? AOT : null).withFaults();
            var embedded = Embedded.start(settings);
            return new EmbeddedTarget(embedded, issuer, log, costs, queues(embedded.owner()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SqsClient queues(OwnersAccess owner) {
        var key = AwsBasicCredentials.create(owner.key().id(), owner.key().secret());
        return SqsClient.builder().endpointOverride(owner.endpoint()).region(Region.of(owner.region()))
                .credentialsProvider(StaticCredentialsProvider.create(key))
                .httpClient(UrlConnectionHttpClient.create()).build();
    }

    /** Those made since the synthesis are of its jars. */
    private static boolean hasCaches() {
        try (var caches = Files.exists(AOT) ? Files.list(AOT) : Stream.<Path>empty()) {
            var synthesised = Files.getLastModifiedTime(ASSEMBLY.resolve("manifest.json")).toMillis();
            return caches.filter(file -> file.toString().endsWith(".aot"))
                    .anyMatch(file -> file.toFile().lastModified() > synthesised);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return TargetOptions.DEFAULT;
    }

    /** With the stage in it, as on AWS. */
    @Override
    public URI apiUrl() {
        return embedded.stageUrl();
    }

    @Override
    public Tokens tokens() {
        return issuer;
    }

    @Override
    public Optional<URI> door() {
        return embedded.door();
    }

    @Override
    public Optional<BigDecimal> reads(String requestId) {
        return costs.reads(requestId);
    }

    /** They stay in the queue for whoever else looks. */
    @Override
    public List<String> putAside() {
        var queue = embedded.outputs().get("FailedCountsQueue");
        return queues.receiveMessage(ask -> ask.queueUrl(queue).maxNumberOfMessages(MOST_MESSAGES).visibilityTimeout(0))
                .messages().stream().map(Message::body).toList();
    }

    /** Roles allow what was done and no more; nobody's email is in a log. */
    @Override
    public List<String> broken() {
        var broken = new ArrayList<>(
                LeastPrivilege.broken(embedded.grants(), embedded.accessLog().used()));
        log.flush();
        try (var lines = Files.lines(LOG)) {
            lines.filter(line -> line.contains("example.com")).limit(LINES_SHOWN)
                    .forEach(line -> broken.add("An email is in the log: " + line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return broken;
    }

    @Override
    public void close() {
        queues.close();
        embedded.close();
        issuer.close();
        log.close();
    }
}
