package basics.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import basics.embedded.fixture.RawConnection;
import basics.embedded.fixture.Served;
import basics.embedded.fixture.TestAssembly;

/** Clients that send a byte now and then: their time runs out, and nobody else notices them. */
class SlowClientIT {
    private static final int MANY = 300;
    private static final Duration PACE = Duration.ofSeconds(1);
    private static Served served;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        served = Served.start(TestAssembly.in(directory), "-Drequest.seconds=5");
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void shouldCutRequestsThatDripAndAnswerOthersMeanwhile() throws IOException {
        // Given
        var drip = Executors.newSingleThreadScheduledExecutor();
        var heads = connections("GET /things/1 HTTP/1.1\r\nHost: x\r\nX-Slow: a");
        var bodies = connections("POST /things/1 HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{");
        var refused = connections("POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{");
        var chunks = connections("POST /things/1 HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3e8\r\n{");
        try {
            for (var slow : List.of(heads, bodies, refused, chunks)) {
                var unused = drip.scheduleAtFixedRate(() -> slow.forEach(SlowClientIT::drip), 0, PACE.toMillis(),
                        TimeUnit.MILLISECONDS);
            }

            // When
            var other = served.http().get("/things/1?do=pid");

            // Then
            assertThat(other.statusCode()).isEqualTo(200);
            for (var connection : refused) {
                assertThat(connection.answer().status()).isEqualTo(404);
                assertThat(connection.ends()).isTrue();
            }
            for (var connection : bodies) {
                assertThat(connection.answer().status()).isEqualTo(408);
            }
            for (var connection : chunks) {
                assertThat(connection.answer().status()).isEqualTo(408);
            }
            for (var connection : heads) {
                assertThat(connection.ends()).isTrue();
            }
        } finally {
            drip.shutdownNow();
            for (var connection : List.of(heads, bodies, refused, chunks).stream().flatMap(List::stream).toList()) {
                connection.close();
            }
        }
    }

    private static List<RawConnection> connections(String begin) throws IOException {
        var connections = new ArrayList<RawConnection>();
        for (var i = 0; i < MANY / 4; i++) {
            connections.add(new RawConnection(served.http().url()).send(begin));
        }
        return connections;
    }

    private static void drip(RawConnection connection) {
        try {
            connection.send("a");
        } catch (IOException cut) {
            // As it is meant to be.
            return;
        }
    }
}
