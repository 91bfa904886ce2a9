package basics.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import basics.embedded.fixture.RawConnection;
import basics.embedded.fixture.Served;
import basics.embedded.fixture.TestAssembly;

/** Large bodies under a heap with room for one of undeclared length, and a short time for each request. */
class NoRoomIT {
    private static final String MUCH = "186a0\r\n" + "x".repeat(100_000) + "\r\n";
    @TempDir
    private static Path directory;
    private static Served served;

    @BeforeAll
    static void start() throws IOException {
        served = Served.start(TestAssembly.in(Files.createDirectory(directory.resolve("assembly"))), "-Xmx160m",
                "-Drequest.seconds=3");
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void shouldSendAwayInTimeWhomThereIsNoRoomFor() throws IOException {
        // Given a function that works on a large body until it is told to end
        var file = directory.resolve("end");
        var hold = "/things/1?do=hold&until=" + URLEncoder.encode(file.toString(), StandardCharsets.UTF_8);
        try (var holder = connection(hold).send(MUCH + "0\r\n\r\n")) {
            await().atMost(Duration.ofSeconds(60)).until(() -> served.console().contains("holding"));

            // When
            try (var late = connection("/things/1?do=pid").send(MUCH)) {

                // Then
                assertThat(served.http().get("/things/fixed?do=pid").statusCode()).isEqualTo(200);
                assertThat(late.answer().status()).isEqualTo(429);
            }
            Files.createFile(file);
            assertThat(holder.answer().status()).isEqualTo(200);
        }
    }

    @Test
    void shouldTellWhoeverHasRoomAndTakesTooLong() throws IOException {
        try (var slow = connection("/things/1?do=pid").send(MUCH)) {
            assertThat(slow.answer().status()).isEqualTo(408);
        }
    }

    private static RawConnection connection(String path) throws IOException {
        return new RawConnection(served.http().url())
                .send("POST %s HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n".formatted(path));
    }
}
