package basics.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.gatling.javaapi.core.Session;

/**
 * The one event name that everybody records in a run with {@code -Dload.hot}: how many events it took, and whether all
 * of them are counted.
 *
 * @param counts where its counts are
 */
record HotName(String name, URI counts, String token, AtomicLong events, AtomicLong first, AtomicLong last) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final double NANOS = 1e9;

    static HotName of(String api, String token) {
        var name = Visitors.newRun();
        // A run may begin before midnight and end after it.
        var counts = URI.create("%s/events/%s/counts?by=day&from=%s&to=%s".formatted(api, name, Visitors.day(0),
                Visitors.day(2)));
        return new HotName(name, counts, token, new AtomicLong(), new AtomicLong(), new AtomicLong());
    }

    /** Notes that the request before has recorded so many. */
    Function<Session, Session> recorded(int more) {
        return session -> {
            if (!session.isFailed()) {
                events.addAndGet(more);
                first.compareAndSet(0, System.nanoTime());
                last.set(System.nanoTime());
            }
            return session;
        };
    }

    /** Waits until all are counted, a minute at most, and says the figures. */
    String figures() {
        var seconds = Math.max(1, (last.get() - first.get()) / NANOS);
        var text = "One event name: %,d events, %.0f a second. ".formatted(events.get(), events.get() / seconds);
        try {
            for (var counted = counted();; counted = counted()) {
                var waited = (System.nanoTime() - last.get()) / NANOS;
                if (counted >= events.get()) {
                    return text + "%,d were counted %.1f s after the last.".formatted(counted, waited);
                }
                if (waited > PATIENCE.toSeconds()) {
                    return text + "Only %,d were counted after a minute.".formatted(counted);
                }
                Thread.sleep(BETWEEN);
            }
        } catch (IOException e) {
            return text + "The counts can't be read: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return text;
        }
    }

    private long counted() throws IOException, InterruptedException {
        try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var response = http.send(HttpRequest.newBuilder(counts).timeout(PATIENCE)
                    .header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("status " + response.statusCode());
            }
            var sum = 0L;
            for (var period : new ObjectMapper().readTree(response.body()).path("items")) {
                sum += period.path("count").longValue();
            }
            return sum;
        }
    }
}
