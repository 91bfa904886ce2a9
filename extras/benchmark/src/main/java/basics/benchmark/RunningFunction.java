package basics.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** A running execution environment of a function. */
final class RunningFunction implements AutoCloseable {
    private final Subject subject;
    private final Invoker invoker;
    private final Process process;
    private final CompletableFuture<String> output = new CompletableFuture<>();
    private long start;
    private long before;

    RunningFunction(Subject subject, ProcessBuilder builder, Invoker invoker) throws IOException {
        this.subject = subject;
        this.invoker = invoker;
        start = System.nanoTime();
        process = builder.start();
        Thread.ofVirtual().start(() -> {
            try (var lines = process.getInputStream()) {
                output.complete(new String(lines.readAllBytes(), UTF_8));
            } catch (IOException killed) {
                output.complete("");
            }
        });
    }

    /** Nanoseconds from the process's start or restore to its first request for an event. */
    long init() throws InterruptedException, ExecutionException, TimeoutException, IOException {
        try {
            if (subject.start() == Start.RESTORED) {
                start = invoker.restore();
                before = computed();
            }
            return invoker.ready() - start;
        } catch (TimeoutException | ExecutionException failure) {
            process.destroyForcibly();
            throw new IOException("%s doesn't start: %s".formatted(subject.name(), output.get()), failure);
        }
    }

    /** Nanoseconds of one invocation. Checks the answer. */
    long invoke(int n) throws InterruptedException, TimeoutException {
        var answer = invoker.invoke(subject.event().apply(n));
        subject.check(answer.answer());
        return answer.nanos();
    }

    /** The process's peak memory in KiB (proc_pid_status(5), VmHWM). */
    long peakMemory() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElse(0);
    }

    /** CPU time in nanoseconds since the process's start or restore, of its current threads. */
    long computed() throws IOException {
        var nanos = 0L;
        try (var threads = Files.newDirectoryStream(Path.of("/proc", Long.toString(process.pid()), "task"))) {
            for (var thread : threads) {
                // The first figure is the time on a core (kernel.org, "Scheduler Statistics").
                nanos += Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ", 2)[0]);
            }
        }
        return nanos - before;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        invoker.close();
    }
}
