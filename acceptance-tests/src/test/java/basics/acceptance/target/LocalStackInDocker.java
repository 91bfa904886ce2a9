package basics.acceptance.target;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;

import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** A LocalStack of its own for one run, in a container. */
record LocalStackInDocker(LocalStackContainer container, String name) implements LocalStack {

    /** The last that runs without a token. */
    private static final String IMAGE = "localstack/localstack:4.14.0";
    private static final String TOKEN = "LOCALSTACK_AUTH_TOKEN";
    /** The image is about 1 GB, and may have to be pulled. */
    private static final Duration TO_START = Duration.ofMinutes(10);

    static LocalStack start(Options options) {
        Docker.require();
        var image = DockerImageName.parse(options.get("localstack.image").orElse(IMAGE))
                .asCompatibleSubstituteFor("localstack/localstack");
        Docker.pull(image.asCanonicalNameString(), TO_START);
        var name = "dynamodb-basics-%08x".formatted(new SecureRandom().nextInt());
        System.out.printf("Starting %s as %s; at most %d minutes. Should it be left: docker rm -f %s%n", image, name,
                TO_START.toMinutes(), name);
        var container = new LocalStackContainer(image).withStartupTimeout(TO_START)
                .withCreateContainerCmdModifier(create -> create.withName(name))
                // The containers of functions are called after it.
                .withEnv("MAIN_CONTAINER_NAME", name)
                // Functions are for arm64 on AWS; Java code runs on any machine.
                .withEnv("LAMBDA_IGNORE_ARCHITECTURE", "1")
                // Seconds until a function's environment must have started: several start at once.
                .withEnv("LAMBDA_RUNTIME_ENVIRONMENT_TIMEOUT", "60");
        var token = System.getenv(TOKEN);
        if (token != null && !token.isBlank()) {
            container.withEnv(TOKEN, token);
        }
        var engine = new LocalStackInDocker(container, name);
        Runtime.getRuntime().addShutdownHook(new Thread(engine::close, "remove " + name));
        container.start();
        return engine;
    }

    @Override
    public URI endpoint() {
        return container.getEndpoint();
    }

    @Override
    public void close() {
        container.close();
        Docker.removeAll(name);
    }
}
