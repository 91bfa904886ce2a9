package basics.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** An environment of a function, from its start on. */
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

    /** From the process's start, or from its restore, to its first question for an event, in nanoseconds. */
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

    /** One invocation, its answer checked, in nanoseconds. */
    long invoke(int n) throws InterruptedException, TimeoutException {
        var answer = invoker.invoke(subject.event().apply(n));
        subject.check(answer.answer());
        return answer.nanos();
    }

    /** The most memory that the process has had (proc_pid_status(5), VmHWM), in KiB. */
    long peakMemory() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElse(0);
    }

    /** What the process has computed so far, or since its restore, waiting left out, in nanoseconds: of the threads that it has now. */
    long computed() throws IOException {
        var nanos = 0L;
        try (var threads = Files.newDirectoryStream(Path.of("/proc", Long.toString(process.pid()), "task"))) {
            for (var thread : threads) {
                // Time on a core comes first (kernel.org, "Scheduler Statistics").
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
