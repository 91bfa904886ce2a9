package basics.acceptance.target;

import java.net.URI;
import java.time.Duration;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** A LocalStack of its own for one run, in a container. */
record LocalStackInDocker(LocalStackContainer container) implements LocalStack {

    /** The last that runs without a token. */
    private static final String IMAGE = "localstack/localstack:4.14.0";
    private static final String TOKEN = "LOCALSTACK_AUTH_TOKEN";
    /** The image is about 1 GB, and may have to be pulled. */
    private static final Duration TO_START = Duration.ofMinutes(10);

    static LocalStack start(Options options) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new IllegalStateException("-Dtarget=localstack needs Docker, which doesn't answer here; without it, "
                    + "give -Dlocalstack.endpoint=URL of one that runs, or take -Dtarget=embedded.");
        }
        var image = DockerImageName.parse(options.get("localstack.image").orElse(IMAGE))
                .asCompatibleSubstituteFor("localstack/localstack");
        System.out.printf("Starting %s; at most %d minutes, as it may have to be pulled first.%n", image,
                TO_START.toMinutes());
        var container = new LocalStackContainer(image).withStartupTimeout(TO_START)
                // Functions are for arm64 on AWS; Java code runs on any machine.
                .withEnv("LAMBDA_IGNORE_ARCHITECTURE", "1")
                // Seconds until a function's environment must have started: several start at once.
                .withEnv("LAMBDA_RUNTIME_ENVIRONMENT_TIMEOUT", "60");
        var token = System.getenv(TOKEN);
        if (token != null && !token.isBlank()) {
            container.withEnv(TOKEN, token);
        }
        container.start();
        return new LocalStackInDocker(container);
    }

    @Override
    public URI endpoint() {
        return container.getEndpoint();
    }

    @Override
    public void close() {
        container.close();
    }
}
