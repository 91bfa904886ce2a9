package basics.upkeep;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * What the command line says. A blank option counts as absent, but a name may be blank.
 *
 * @param environment the deployed environment; empty for the service on this machine
 * @param endpoint of DynamoDB and SQS on this machine
 * @param settle the time between the two measurements of a repair
 * @param options the others, by name
 */
record Settings(Optional<String> environment, URI endpoint, Duration settle, Options options) {
    private static final String LOCAL = "http://127.0.0.1:8000";
    private static final int SETTLE_SECONDS = 60;
    private static final int LONGEST_SETTLE = 3600;

    /** The options as they were given. */
    record Options(Function<String, @Nullable String> properties) {
        /** With the blanks around it, which may belong to it. */
        Optional<String> exact(String name) {
            return Optional.ofNullable(properties.apply(name)).filter(text -> !text.isEmpty());
        }

        Optional<String> text(String name) {
            return exact(name).map(String::strip).filter(text -> !text.isEmpty());
        }

        /** An option that is absent, or given with or without {@code true}. */
        boolean flag(String name) {
            var given = text(name).orElse("false");
            if (!given.matches("true|false")) {
                throw new Refusal("-D%s=%s: allowed is -D%1$s, or true or false.".formatted(name, given));
            }
            return given.equals("true");
        }
    }

    /** @throws Refusal if an option is invalid; the message gives the allowed values */
    static Settings of(Function<String, @Nullable String> properties) {
        var options = new Options(properties);
        return new Settings(environment(options), endpoint(options.text("endpoint").orElse(LOCAL)),
                Duration.ofSeconds(seconds(options)), options);
    }

    private static Optional<String> environment(Options options) {
        var target = options.text("target").orElse("embedded");
        var environment = options.text("env");
        return switch (target) {
            case "deployed" -> Optional.of(environment
                    .orElseThrow(() -> new Refusal("-Dtarget=deployed needs -Denv=dev, staging or prod.")));
            case "embedded" -> {
                environment.ifPresent(given -> {
                    throw new Refusal("-Denv=%s needs -Dtarget=deployed.".formatted(given));
                });
                yield Optional.empty();
            }
            default -> throw new Refusal("-Dtarget=%s: allowed are embedded (mvn -Plocal) and deployed."
                    .formatted(target));
        };
    }

    /** The options of the service, for another command. Begins with a blank, or is empty. */
    String target() {
        return environment.map(" -Dtarget=deployed -Denv="::concat)
                .orElse(endpoint.equals(URI.create(LOCAL)) ? "" : " -Dendpoint=" + endpoint);
    }

    private static URI endpoint(String text) {
        if (!text.matches("https?://[^/ ]+/?")) {
            throw new Refusal("-Dendpoint=%s is not the http address that mvn -Plocal prints, such as %s."
                    .formatted(text, LOCAL));
        }
        return URI.create(text);
    }

    private static int seconds(Options options) {
        var given = options.text("settle");
        var seconds = given.filter(text -> text.matches("\\d{1,4}")).map(Integer::parseInt)
                .filter(number -> number <= LONGEST_SETTLE);
        if (given.isPresent() && seconds.isEmpty()) {
            throw new Refusal("-Dsettle=%s: allowed are 0 to %d seconds.".formatted(given.get(), LONGEST_SETTLE));
        }
        return seconds.orElse(SETTLE_SECONDS);
    }

    /** The event to repair. Absent: all that have events in the period. */
    Optional<String> name() {
        return options.exact("name");
    }

    /** @throws Refusal if an end is missing or invalid */
    Period period() {
        return Period.of(end("from"), end("to"));
    }

    private String end(String name) {
        return options.text(name).orElseThrow(() -> new Refusal(
                "Which period? Give -Dfrom=2026-11-22 -Dto=2026-11-23, or hours such as 2026-11-22T10; to is not in it."));
    }
}
