package basics.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import basics.embedded.fixture.Http;
import basics.embedded.fixture.Served;
import basics.embedded.fixture.TestAssembly;

/** Many large bodies at once, under the heap that {@code mvn -Plocal} gives; one copy of each would fill half of it. */
class LargeBodiesIT {
    private static final int AT_ONCE = 20;
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

    private static URI uri(String path) {
        return URI.create(served.http().url() + path);
    }
}
