package basics.acceptance.options;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Checks the target's options before the target starts. */
public final class TargetOptions {

    /** The target when none is chosen. */
    public static final String DEFAULT = "embedded";
    public static final String LOCALSTACK = "localstack";
    public static final String DEPLOYED = "deployed";
    private static final Set<String> NAMES = new TreeSet<>(List.of(DEFAULT, LOCALSTACK, DEPLOYED));
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private TargetOptions() {}

    /**
     * Checks that target, environment and address fit together, and that the address can be reached.
     *
     * @param variables
     *            the environment variables
     * @throws IllegalArgumentException
     *            if the options don't fit together
     * @throws IllegalStateException
     *            if the address can't be reached
     */
    static void check(Function<String, Optional<String>> options, Map<String, String> variables, Path root) {
        var url = options.apply("api.url");
        var target = url.isPresent() ? "" : name(options.apply("target"));
        options.apply("env").ifPresent(environment -> {
            checkEnvironment(environment, root);
            if (!target.equals(DEPLOYED)) {
                throw new IllegalArgumentException("-Denv=%s needs -Dtarget=deployed".formatted(environment));
            }
        });
        if (url.isPresent()) {
            checkUrl(url.get(), options.apply("api.token").isPresent() || isGiven(variables, "API_TOKEN"));
        } else if (target.equals(DEPLOYED) && options.apply("env").isEmpty()) {
            throw needsEnvironment();
        } else if (target.equals(LOCALSTACK)) {
            options.apply("localstack.endpoint").ifPresentOrElse(
                    endpoint -> requireAnswer("localstack.endpoint", endpoint), () -> requireDocker(variables));
        }
    }

    /**
     * The name of the chosen target.
     *
     * @throws IllegalArgumentException
     *            if no target has that name
     */
    public static String name(Optional<String> option) {
        var name = option.orElse(DEFAULT);
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(
                    "-Dtarget=%s: no such target; allowed are %s, or -Dapi.url=URL for a service that runs"
                            .formatted(name, NAMES));
        }
        return name;
    }

    /** Whether a URL leads to this machine. Its local issuer gives a token to anyone. */
    public static boolean isHere(URI url) {
        return THIS_MACHINE.contains(String.valueOf(url.getHost()));
    }

    /** The error when a token for a remote service is missing. */
    public static IllegalArgumentException needsToken(String url) {
        return new IllegalArgumentException(
                "-Dapi.url=%s needs an access token with all scopes: the environment variable API_TOKEN"
                        .formatted(url));
    }

    /** The error when the environment of the deployed stack is missing. */
    public static IllegalArgumentException needsEnvironment() {
        return new IllegalArgumentException("-Dtarget=deployed needs -Denv=dev, staging or prod; without AWS rights, "
                + "give -Dapi.url=URL and the environment variable API_TOKEN in place of both");
    }

    /** The error when Docker for LocalStack is missing. */
    public static IllegalStateException needsDocker() {
        return new IllegalStateException("-Dtarget=localstack needs Docker, which doesn't answer here; without it, "
                + "give -Dlocalstack.endpoint=URL of one that runs, or take -Dtarget=embedded.");
    }

    private static void checkEnvironment(String environment, Path root) {
        try {
            var known = EnvironmentNames.in(Files.readString(root.resolve("cdk.json")));
            if (!known.contains(environment)) {
                throw new IllegalArgumentException(
                        "-Denv=%s: no such environment; cdk.json has %s".formatted(environment, known));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void checkUrl(String url, boolean hasToken) {
        requireAnswer("api.url", url);
        if (!hasToken && !isHere(URI.create(url))) {
            throw needsToken(url);
        }
    }

    private static void requireAnswer(String option, String url) {
        if (!Reach.answers(url)) {
            throw new IllegalStateException("-D%s=%s: nothing answers there".formatted(option, url));
        }
    }

    private static void requireDocker(Map<String, String> variables) {
        if (!Reach.hasDocker(variables)) {
            throw needsDocker();
        }
    }

    private static boolean isGiven(Map<String, String> variables, String name) {
        return !variables.getOrDefault(name, "").isBlank();
    }
}
