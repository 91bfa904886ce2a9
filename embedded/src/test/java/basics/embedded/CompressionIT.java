package basics.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.node.ObjectNode;

import basics.embedded.fixture.Http;
import basics.embedded.fixture.Running;
import basics.embedded.fixture.TestAssembly;

/** The template's {@code MinimumCompressionSize} is 1,000. */
class CompressionIT {
    private static final String CODING = "\r\nContent-Encoding: ";

    @RegisterExtension
    private static final Running RUNNING = new Running();

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate"})
    void shouldCompressWhatIsAsLongAsTheTemplateSays(String coding) throws IOException {
        var answer = answer(RUNNING.http(), "bytes=1000", coding);

        assertThat(answer).startsWith("HTTP/1.1 200").contains(CODING + coding + "\r\n", "x-amzn-RequestId: ");
        assertThat(body(answer)).hasSizeLessThan(100);
        assertThat(decoded(coding, body(answer))).isEqualTo("x".repeat(1000));
    }

    @Test
    void shouldLeaveWhatIsShorter() {
        assertThat(answer(RUNNING.http(), "bytes=999", "gzip")).startsWith("HTTP/1.1 200").doesNotContain(CODING)
                .endsWith("x".repeat(999));
    }

    @Test
    void shouldLeaveWhatNobodyWantsCompressed() {
        assertThat(answer(RUNNING.http(), "bytes=1000", "*")).doesNotContain(CODING).endsWith("x".repeat(1000));
    }

    @Test
    void shouldLeaveWhatTheFunctionHasCompressed() {
        var own = "{\"statusCode\":200,\"headers\":{\"content-encoding\":\"br\"},\"body\":\"" + "x".repeat(1000)
                + "\"}";

        var answer = RUNNING.http().raw("POST /things/1?do=raw HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "Accept-Encoding: gzip\r\nContent-Length: " + own.length() + "\r\n\r\n" + own);

        assertThat(answer).startsWith("HTTP/1.1 200").containsIgnoringCase(CODING + "br\r\n")
                .endsWith("x".repeat(1000));
    }

    @Test
    void shouldCompressNothingUnlessTheTemplateSaysSo(@TempDir Path directory) {
        var assembly = TestAssembly.in(directory, template -> {
            if (template.at("/Resources/Api/Properties") instanceof ObjectNode api) {
                api.remove("MinimumCompressionSize");
            }
        });
        try (var embedded = Embedded.start(Settings.of(assembly).withConsole(_ -> {}))) {
            assertThat(answer(new Http(embedded.apiUrl()), "bytes=100000", "gzip")).doesNotContain(CODING)
                    .endsWith("x".repeat(1000));
        }
    }

    private static String answer(Http http, String query, String accepted) {
        return http.raw("GET /things/1?do=big&" + query + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "Accept-Encoding: " + accepted + "\r\n\r\n");
    }

    private static byte[] body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String decoded(String coding, byte[] body) throws IOException {
        InputStream bytes = new ByteArrayInputStream(body);
        try (var plain = coding.equals("gzip") ? new GZIPInputStream(bytes) : new InflaterInputStream(bytes)) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
