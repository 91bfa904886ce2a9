package basics.embedded.caches;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import org.eclipse.jetty.server.handler.ErrorHandler;

import basics.embedded.lambda.NativeClient;
import basics.embedded.lambda.RuntimeClient;
import basics.embedded.lambda.StartCache;
import basics.embedded.lambda.TaskRoots;
import basics.embedded.platform.Listener;
import basics.embedded.platform.TemporaryFolder;

/**
 * The JVM's ahead-of-time caches of function jars (JEP 483, 514, 515). They hold the classes of a start, loaded and
 * linked. A cache serves all functions of its jar. It is found by the jar's content, because each build writes the jars
 * anew. It lies beside a copy of the jar, because the JVM compares the jar's path, size and time. The content is the
 * only reliable check: JDK 25.0.3 was seen to accept a cache without looking at the jars of the class path.
 */
public final class AotCache implements StartCache {
    private static final Duration LONGEST_TRAINING = Duration.ofMinutes(2);
    private static final String UNFINISHED = "new-";
    private static final FileTime TIME_OF_COPIES = FileTime.from(Instant.EPOCH.plus(Duration.ofDays(3650)));
    private static final Path NICE = Path.of("/usr/bin/nice");

    /**
     * Maps a cache to the address for which it was made. At a random address, the JVM would have to relocate all of it.
     * Guessable addresses are no risk on loopback. Trainings use the option too, so a JVM that lacks it makes no cache.
     */
    private static final List<String> AT_ITS_ADDRESS = List.of("-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0");

    private final Path folder;
    private final Map<Path, String> keys = new ConcurrentHashMap<>();

    /**
     * Finds caches in a folder, and stores new ones there.
     *
     * @param folder
     *            the folder, which need not exist and may be shared with other processes
     */
    public AotCache(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * Whether code can have a cache. A directory can't, because the JVM archives only classes of jars. A custom runtime
     * brings its own cache.
     */
    static boolean serves(Path code) {
        if (!Files.isRegularFile(code)) {
            return false;
        }
        try (var zip = new ZipFile(code.toFile())) {
            return zip.getEntry(TaskRoots.BOOTSTRAP) == null;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whether a jar has its cache. */
    public boolean has(Path jar) {
        return Files.isRegularFile(jar) && Files.exists(cache(key(jar))) && Files.exists(copy(key(jar)));
    }

    @Override
    public State state(Path code) {
        return !serves(code) ? State.IMPOSSIBLE : has(code) ? State.MADE : State.MISSING;
    }

    /**
     * Changes a command of the runtime client to start with the jar's cache, if it has one. The jar is then on the
     * JVM's class path, because caches serve no other class loaders. The runtime client's class loader delegates to
     * that one first.
     *
     * @param command
     *            from {@link RuntimeClient}, with the same garbage collector as the training
     */
    @Override
    public List<String> in(List<String> command, Path jar) {
        if (!has(jar)) {
            return command;
        }
        var key = key(jar);
        // A cache that doesn't fit need not appear in the function's log.
        return flat(command, key, "-XX:AOTCache=" + cache(key), "-Xlog:aot*=off", "-Xlog:cds*=off");
    }

    /**
     * Makes a jar's cache, which takes some seconds. A process of the runtime client creates all handlers as for a
     * snapshot, so that their hooks run, and answers the events. Another process writes the cache of the classes that
     * the first one loaded.
     *
     * @param command
     *            from {@link RuntimeClient}, with {@link #trainee} as its handler
     * @param variables
     *            the environment variables of all functions of the jar, and Lambda's, without the Runtime API's address
     *            and the task root
     * @param events
     *            by handler
     * @param started
     *            receives each process, which ends before this method returns
     * @throws IOException
     *            when no cache was made
     */
    public void make(Path jar, List<String> command, Map<String, String> variables, Map<String, String> events,
            Consumer<Process> started) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        try (var unfinished = TemporaryFolder.create(folder, UNFINISHED)) {
            var work = unfinished.path();
            var key = key(jar);
            put(jar, copy(key), work);
            Trainee.copyTo(work);
            var configuration = "-XX:AOTConfiguration=" + work.resolve("configuration");
            var made = work.resolve("cache");
            record(flat(command, key, "-XX:AOTMode=record", configuration,
                    RuntimeClient.HOOKS), variables, events, work, started);
            end(start(flat(command, key, "-XX:AOTMode=create", configuration, "-XX:AOTCache=" + made), variables, work,
                    started));
            if (!Files.exists(made)) {
                throw new IOException(lastLine(work));
            }
            Files.move(made, cache(key), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** The name of the handler for a training's command. */
    public static String trainee() {
        return Trainee.class.getName();
    }

    /** Removes all caches but those of these jars. A running process keeps its cache; a starting one does without. */
    public void keepOnly(Collection<Path> jars) throws IOException {
        var kept = jars.stream().map(this::key)
                .flatMap(key -> Stream.of(copy(key), cache(key))).toList();
        // Removes a cache before its jar (.aot before .jar), since a cache without its jar would be incomplete code.
        try (var entries = Files.list(folder)) {
            for (var entry : entries.filter(entry -> !kept.contains(entry)).sorted().toList()) {
                if (entry.toString().endsWith(".aot") || entry.toString().endsWith(".jar")) {
                    Files.deleteIfExists(entry);
                }
            }
        }
        TemporaryFolder.sweep(folder, UNFINISHED);
    }

    private void record(List<String> command, Map<String, String> variables, Map<String, String> events, Path work,
            Consumer<Process> started) throws IOException, InterruptedException {
        var api = new TrainingApi(events);
        try (var listener = Listener.open(0, Duration.ZERO, api, new ErrorHandler(), settings -> {})) {
            var all = new HashMap<>(variables);
            all.put(Trainee.HANDLERS, String.join(",", events.keySet()));
            all.put("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + listener.port());
            all.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
            all.put("LAMBDA_TASK_ROOT", work.toString());
            var process = start(command, all, work, started);
            var answered = false;
            try {
                var unused = process.onExit()
                        .thenRun(() -> api.answered()
                                .completeExceptionally(new IOException("The process ended early.")));
                api.answered().get(LONGEST_TRAINING.toSeconds(), TimeUnit.SECONDS);
                answered = true;
            } catch (ExecutionException | TimeoutException failure) {
                throw new IOException("The training fails: %s %s".formatted(failure.getMessage(), lastLine(work)),
                        failure);
            } finally {
                if (answered) {
                    // On a request to end, the JVM writes its recording.
                    process.destroy();
                } else {
                    process.destroyForcibly().onExit().join();
                }
            }
            end(process);
        }
    }

    private static Process start(List<String> command, Map<String, String> variables, Path work,
            Consumer<Process> started) throws IOException {
        var nice = new ArrayList<String>();
        if (Files.isExecutable(NICE)) {
            nice.addAll(List.of(NICE.toString(), "-n", "19"));
        }
        nice.addAll(command);
        var builder = new ProcessBuilder(nice).directory(work.toFile()).redirectErrorStream(true)
                .redirectOutput(log(work).toFile());
        builder.environment().clear();
        builder.environment().putAll(variables);
        var process = builder.start();
        started.accept(process);
        return process;
    }

    private static void end(Process process) throws InterruptedException, IOException {
        try {
            if (!process.waitFor(LONGEST_TRAINING.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("The training takes longer than %d s.".formatted(LONGEST_TRAINING.toSeconds()));
            }
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }

    /**
     * Two processes may do this at once. Both write the same bytes with the same time, and the JVM compares only those.
     */
    private static void put(Path jar, Path copy, Path work) throws IOException {
        if (!Files.exists(copy)) {
            var beside = Files.copy(jar, work.resolve("jar"));
            Files.setLastModifiedTime(beside, TIME_OF_COPIES);
            Files.move(beside, copy, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private List<String> flat(List<String> command, String key, String... options) {
        var flat = new ArrayList<>(command);
        var classPath = flat.indexOf("-cp") + 1;
        flat.set(classPath, flat.get(classPath) + File.pathSeparator + copy(key));
        flat.addAll(classPath - 1, AT_ITS_ADDRESS);
        flat.addAll(classPath - 1, List.of(options));
        return flat;
    }

    private Path copy(String key) {
        return folder.resolve(key + ".jar");
    }

    private Path cache(String key) {
        return folder.resolve(key + ".aot");
    }

    /** A digest of everything that a cache depends on: the jar, the JVM, the runtime client and the options. */
    String key(Path jar) {
        return keys.computeIfAbsent(jar.toAbsolutePath(), AotCache::hash);
    }

    private static String hash(Path jar) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(jar));
            var other = new StringBuilder(System.getProperty("java.home")).append(System.getProperty("java.vm.vendor"))
                    .append(Runtime.version()).append(RuntimeClient.options()).append(NativeClient.isPlain());
            for (var library : RuntimeClient.classPath().split(File.pathSeparator, -1)) {
                var file = Path.of(library);
                other.append(library).append(Files.size(file)).append(Files.getLastModifiedTime(file));
            }
            try (var trainee = Trainee.class.getResourceAsStream("Trainee.class")) {
                digest.update(Objects.requireNonNull(trainee).readAllBytes());
            }
            digest.update(other.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path log(Path work) {
        return work.resolve("log");
    }

    private static String lastLine(Path work) throws IOException {
        var lines = Files.exists(log(work)) ? Files.readAllLines(log(work)) : List.<String>of();
        return lines.isEmpty() ? "" : lines.getLast();
    }
}
