package basics.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import basics.embedded.lambda.Debugging;
import basics.embedded.platform.Console;
import basics.embedded.reload.Sources;

/**
 * How the embedded target is started.
 *
 * @param assembly
 *            the cloud assembly directory
 * @param port
 *            of the gateway, 0 for any free one
 * @param data
 *            where tables are kept; null for memory
 * @param environments
 *            how many execution environments a function may have at once
 * @param idle
 *            after which time an environment that has nothing to do is ended
 * @param console
 *            where the functions' logs and the progress of the start go
 * @param issuer
 *            whose tokens are taken; null for one of its own, if the template asks for one
 * @param aot
 *            where ahead-of-time caches of the functions are kept; null to start without
 * @param faults
 *            whether there is a door through which tests order faults
 * @param dynamoDbPort
 *            of DynamoDB, 0 for any free one
 * @param sources
 *            what to watch, and serve anew when it changes
 * @param debugging
 *            which functions take a debugger
 * @param pages
 *            folders of the service's own pages for the person at this machine, beside those of any service; empty for no
 *            pages at all
 */
public record Settings(Path assembly, int port, @Nullable Path data, int environments, Duration idle, Console console,
        @Nullable Issuer issuer, @Nullable Path aot, boolean faults, int dynamoDbPort, Sources sources,
        Debugging debugging, Optional<List<Path>> pages) {
    private static final Duration IDLE = Duration.ofMinutes(10);

    /** In memory, at any free port. More environments than processors would only wait for each other. */
    public static Settings of(Path assembly) {
        return new Settings(assembly, 0, null, Math.max(2, Runtime.getRuntime().availableProcessors()), IDLE,
                Console.to(System.out), null, null, false, 0, Sources.NONE, Debugging.NONE, Optional.empty());
    }

    public Settings withPort(int port) {
        return new Settings(assembly, port, data, environments, idle, console, issuer, aot, faults, dynamoDbPort,
                sources,
                debugging, pages);
    }

    public Settings withData(@Nullable Path data) {
        return new Settings(assembly, port, data, environments, idle, console, issuer, aot, faults, dynamoDbPort,
                sources,
                debugging, pages);
    }

    public Settings withConsole(Console console) {
        return new Settings(assembly, port, data, environments, idle, console, issuer, aot, faults, dynamoDbPort,
                sources,
                debugging, pages);
    }

    public Settings withIssuer(Issuer issuer) {
        return new Settings(assembly, port, data, environments, idle, console, issuer, aot, faults, dynamoDbPort,
                sources,
                debugging, pages);
    }

    public Settings withAot(@Nullable Path aot) {
        return new Settings(assembly, port, data, environments, idle, console, issuer, aot, faults, dynamoDbPort,
                sources,
                debugging, pages);
    }

    /** With the door for tests, at any free port of the loopback interface ({@link Embedded#door()}). */
    public Settings withFaults() {
        return new Settings(assembly, port, data, environments, idle, console, issuer, aot, true, dynamoDbPort, sources,
                debugging, pages);
    }

    public Settings withSources(Sources sources) {
        return new Settings(assembly, port, data, environments, idle, console, issuer, aot, faults, dynamoDbPort,
                sources,
                debugging, pages);
    }

    public Settings withDebugging(Debugging debugging) {
        return new Settings(assembly, port, data, environments, idle, console, issuer, aot, faults, dynamoDbPort,
                sources,
                debugging, pages);
    }

    public Settings withDynamoDbPort(int dynamoDbPort) {
        return new Settings(assembly, port, data, environments, idle, console, issuer, aot, faults, dynamoDbPort,
                sources,
                debugging, pages);
    }

    /**
     * With pages for the person at this machine, below {@code /_local/} of the gateway.
     *
     * @param folders
     *            with pages of the service's own
     */
    public Settings withPages(Path... folders) {
        return new Settings(assembly, port, data, environments, idle, console, issuer, aot, faults, dynamoDbPort,
                sources,
                debugging, Optional.of(List.of(folders)));
    }
}
