package basics.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import basics.embedded.dynamodb.OwnersAccess;
import basics.embedded.lambda.Debugging;
import basics.embedded.platform.Console;
import basics.embedded.platform.Listener;
import basics.embedded.platform.StartException;
import basics.embedded.reload.Sources;

/**
 * The command line: {@code Main ASSEMBLY [BANNER [SYNTHESIS...]]}, where BANNER is a text file to show once all is ready,
 * with <code>${url}</code> for the address and what {@link OwnersAccess} fills in, and SYNTHESIS are the arguments of Java that synthesise the assembly anew. The
 * system properties {@code port}, {@code dynamodb.port}, {@code data} and {@code aot} choose the ports (8080, and 8000 if it is free), a folder that keeps the tables, and
 * one that keeps ahead-of-time caches of the functions; {@code debug.functions} names functions that take a debugger
 * ({@link Debugging#of}). {@code classes} and {@code app} are lists, separated as class paths are, of what is watched
 * ({@link Sources}), and {@code pages} one of folders with pages of the service's own. Runs until it is interrupted, or the process that started it is gone.
 */
public final class Main {
    private static final String PORT = "8080";
    /** DynamoDB Local's own, which tools suggest. */
    private static final int DYNAMODB_PORT = 8000;
    /**
     * How many virtual threads compute at a time: more than processors, as one is not interrupted, and small requests would
     * wait behind the large bodies of others.
     */
    private static final int COMPUTING = 16;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(3);
    /** The class that the command line of a Maven process names. */
    private static final String MAVEN = "org.codehaus.plexus.classworlds.launcher.Launcher";
    private static final Duration WATCH = Duration.ofMillis(500);

    private Main() {}

    public static void main(String[] arguments) {
        // The libraries of DynamoDB Local log through SLF4J, which would warn that nobody listens.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.setProperty("jdk.virtualThreadScheduler.parallelism", Integer.toString(COMPUTING));
        var console = Console.to(System.out);
        try {
            refuseWindows();
            var settings = settings(arguments).withConsole(console);
            var embedded = Embedded.start(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(embedded), "shutdown"));
            ProcessHandle.current().parent().ifPresent(Main::stopAfter);
            console.line(embedded.owner().in(banner(arguments, embedded.apiUrl().toString())));
            settings.debugging().ports().forEach((name, port) -> console
                    .line("%s takes a debugger at port %d, at any time.".formatted(name, port)));
        } catch (StartException failure) {
            console.line(String.valueOf(failure.getMessage()));
            endMaven();
            System.exit(1);
        }
    }

    /** What keeps files to their owner, and what ends processes after a kill, is of POSIX. */
    private static void refuseWindows() {
        if (System.getProperty("os.name").startsWith("Windows")) {
            throw new StartException(
                    "It runs on Linux and macOS. On Windows, start it in WSL 2 or in the dev container (.devcontainer).");
        }
    }

    /**
     * Ends the Maven that has started this, which would put some twenty lines behind the one that says what is wrong. So its
     * exit status is that of a process that was asked to end, 143.
     */
    private static void endMaven() {
        ProcessHandle.current().parent()
                .filter(parent -> parent.info().commandLine().orElse("").contains(MAVEN))
                .filter(ProcessHandle::destroy)
                .ifPresent(parent -> parent.onExit().completeOnTimeout(parent, LONGEST_STOP.toMillis(),
                        TimeUnit.MILLISECONDS).join());
    }

    /**
     * Maven that is ended leaves its child behind, to another parent: so the child looks who its parent is. (Whether the
     * first one is alive would say less: it counts as alive until somebody has asked for its exit status.)
     */
    private static void stopAfter(ProcessHandle parent) {
        Thread.ofVirtual().start(() -> {
            while (ProcessHandle.current().parent().filter(parent::equals).isPresent()) {
                LockSupport.parkNanos(WATCH.toNanos());
            }
            System.exit(0);
        });
    }

    /** Closes it in order; whatever hangs then ends with this JVM, and so do the functions' processes. */
    private static void stop(Embedded embedded) {
        try {
            if (!Thread.ofPlatform().daemon().start(embedded::close).join(LONGEST_STOP)) {
                Runtime.getRuntime().halt(1);
            }
        } catch (InterruptedException ignored) {
            Runtime.getRuntime().halt(1);
        }
    }

    private static Settings settings(String[] arguments) {
        if (arguments.length == 0) {
            throw new StartException("Name the directory of the cloud assembly.");
        }
        var data = System.getProperty("data", "");
        var aot = System.getProperty("aot", "");
        var debug = System.getProperty("debug.functions", "");
        var port = port("port", PORT);
        return Settings.of(Path.of(arguments[0])).withPort(port).withDynamoDbPort(dynamoDbPort(port))
                .withData(data.isEmpty() ? null : Path.of(data).toAbsolutePath())
                .withAot(aot.isEmpty() ? null : Path.of(aot))
                .withDebugging(debug.isEmpty() ? Debugging.NONE : Debugging.of(debug))
                .withPages(paths("pages").toArray(Path[]::new)).withSources(new Sources(paths("classes"), paths("app"),
                        List.of(arguments).subList(Math.min(2, arguments.length), arguments.length)));
    }

    private static List<Path> paths(String property) {
        return Stream.of(System.getProperty(property, "").split(File.pathSeparator, -1))
                .filter(path -> !path.isEmpty()).map(Path::of).toList();
    }

    /** Tools keep an address, so it is the same at each start; but nobody who has not asked for a port is told that it is taken. */
    private static int dynamoDbPort(int port) {
        var unasked = port != 0 && port != DYNAMODB_PORT && Listener.isFree(DYNAMODB_PORT) ? DYNAMODB_PORT : 0;
        return port("dynamodb.port", Integer.toString(unasked));
    }

    private static int port(String name, String otherwise) {
        var given = System.getProperty(name, "");
        try {
            var port = Integer.parseInt(given.isEmpty() ? otherwise : given);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            throw new StartException("-D%s=%s is not a port: 0 to 65535.".formatted(name, given), notANumber);
        }
        throw new StartException("-D%s=%s is not a port: 0 to 65535.".formatted(name, given));
    }

    private static String banner(String[] arguments, String url) {
        if (arguments.length < 2) {
            return "Ready: " + url;
        }
        try {
            return Files.readString(Path.of(arguments[1])).replace("${url}", url);
        } catch (IOException unreadable) {
            return "Ready: " + url;
        }
    }
}
