package basics.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import basics.embedded.fixture.Http;
import basics.embedded.fixture.RawConnection;
import basics.embedded.fixture.Served;
import basics.embedded.fixture.TestAssembly;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many large bodies at once, under the heap that {@code mvn -Plocal} gives; one copy of each would fill half of it. */
class LargeBodiesIT {
    private static final int AT_ONCE = 20;
    /** As many of undeclared length as there is room for. */
    private static final int ROOM = 3;
    private static final int LATER = 50;
    private static Served served;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        served = Served.start(TestAssembly.in(directory), "-Xmx512m", "-XX:+ExitOnOutOfMemoryError");
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"too large for a function, 10485760, 120, true, 413", "of undeclared length, 10485760, 120, false, 413",
        "as large as a function takes, 5000000, 120, true, 200",
        "that grow when they are escaped, 6000000, 1, true, 413"})
    void shouldAnswerAllAndOthersMeanwhile(String what, int length, byte character, boolean declared, int status) {
        // Given
        var body = new byte[length];
        Arrays.fill(body, character);
        Supplier<BodyPublisher> publisher = declared
                ? () -> BodyPublishers.ofByteArray(body)
                : () -> BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {

            // When
            var large = IntStream.range(0, AT_ONCE).mapToObj(each -> client.sendAsync(
                    HttpRequest.newBuilder(uri("/things/1?do=pid")).POST(publisher.get()).build(),
                    HttpResponse.BodyHandlers.discarding())).toList();
            var small = new Http(served.http().url()).get("/things/fixed?do=pid");

            // Then
            assertThat(small.statusCode()).as(what).isEqualTo(200);
            assertThat(large.stream().map(CompletableFuture::join)).allMatch(answer -> answer.statusCode() == status);
            assertThat(new Http(served.http().url()).get("/things/1?do=pid").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void shouldSendAwayInTimeWhomThereIsNoRoomFor() throws IOException {
        // Given
        var begin = String.join("\r\n", "POST /things/1?do=pid HTTP/1.1", "Host: x", "Transfer-Encoding: chunked", "",
                "20000", "");
        var much = "x".repeat(100_000);
        var connections = new ArrayList<RawConnection>();
        try {
            var first = connection(connections).send(begin);
            for (var i = 0; i < ROOM; i++) {
                // What is begun later has longer to go.
                connection(connections).send(begin + much);
            }

            // By the time that so many are answered, one after the other, what came before them has been looked at.
            for (var i = 0; i < LATER; i++) {
                assertThat(served.http().get("/things/fixed?do=pid").statusCode()).isEqualTo(200);
            }

            // When
            first.send(much);

            // Then
            assertThat(served.http().get("/things/fixed?do=pid").statusCode()).isEqualTo(200);
            assertThat(first.answer().status()).isEqualTo(429);
            for (var other : connections.subList(1, connections.size())) {
                assertThat(other.answer().status()).isEqualTo(408);
            }
        } finally {
            for (var connection : connections) {
                connection.close();
            }
        }
    }

    private static RawConnection connection(List<RawConnection> connections) throws IOException {
        var connection = new RawConnection(served.http().url());
        connections.add(connection);
        return connection;
    }

    private static URI uri(String path) {
        return URI.create(served.http().url() + path);
    }
}
