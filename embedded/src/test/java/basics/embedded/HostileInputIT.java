package basics.embedded;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import basics.embedded.fixture.Http;
import basics.embedded.fixture.Running;

/** Requests that no well-behaved client sends: each is answered, none with a 5xx. */
class HostileInputIT {
    @RegisterExtension
    private static final Running RUNNING = new Running();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        broken escape              | GET /things/%zz HTTP/1.1                | 400
        cut escape                 | GET /things/a%2?do=pid HTTP/1.1         | 400
        escape that is not UTF-8   | GET /things/%ff?do=pid HTTP/1.1         | 200
        overlong escape            | GET /things/%c0%af?do=pid HTTP/1.1      | 200
        NUL escape                 | GET /things/%00?do=pid HTTP/1.1         | 400
        broken escape in the query | GET /things/1?q=%zz HTTP/1.1            | 400
        raw bytes                  | GET /things/ÿþ HTTP/1.1                 | 400
        brackets and quotes        | GET /things/[a"]?do=pid HTTP/1.1        | 200
        dots                       | GET /things/../things/1?do=pid HTTP/1.1 | 404
        encoded dots               | GET /things/%2e%2e?do=pid HTTP/1.1      | 200
        two slashes                | GET //things/1?do=pid HTTP/1.1          | 200
        a backslash                | GET /things\\1 HTTP/1.1                 | 404
        an absolute address        | GET http://other/things/1?do=pid HTTP/1.1 | 400
        an asterisk                | OPTIONS * HTTP/1.1                      | 404
        no path                    | GET  HTTP/1.1                           | 400
        an unknown method          | BREW /things/1 HTTP/1.1                 | 404
        an unknown version         | GET /things/1 HTTP/9.9                  | 400
        not HTTP                   | hello                                   | 400
        """, quoteCharacter = '~')
    void shouldAnswer(String what, String line, int status) {
        var answer = RUNNING.http().raw(line + "\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).as(what).startsWith("HTTP/1.1 " + status).doesNotContain("<html").doesNotContain("\tat ")
                .containsIgnoringCase("x-amzn-RequestId");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"a long path, 414", "a long header, 431", "many headers, 431"})
    void shouldRefuseALongHead(String what, int status) {
        var request = switch (what) {
            case "a long path" -> "GET /things/" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n";
            case "a long header" -> "GET /things/1 HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(20_000) + "\r\n";
            default -> "GET /things/1 HTTP/1.1\r\nHost: x\r\n" + "X-Many: abcdefgh\r\n".repeat(1000);
        };

        var answer = RUNNING.http().raw(request + "Connection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status).contains("\"instance\"").doesNotContain("<html");
    }

    @Test
    void shouldAnswerWhileManySendTheirBodiesSlowly() throws IOException {
        var url = RUNNING.http().url();
        var slow = new ArrayList<Socket>();
        try {
            for (var i = 0; i < 300; i++) {
                var socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort());
                slow.add(socket);
                socket.getOutputStream()
                        .write("POST /things/1 HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\n{".getBytes(US_ASCII));
            }

            var answer = new Http(url).raw("GET /things/1?do=pid HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

            assertThat(answer).startsWith("HTTP/1.1 200");
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"two lengths, 400", "a length that is no number, 400", "a negative length, 400", "a bad chunk, 400",
        "a declared length over the limit, 413"})
    void shouldRefuseABrokenBody(String what, int status) {
        var headers = switch (what) {
            case "two lengths" -> "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab";
            case "a length that is no number" -> "Content-Length: one\r\n\r\na";
            case "a negative length" -> "Content-Length: -1\r\n\r\na";
            case "a bad chunk" -> "Transfer-Encoding: chunked\r\n\r\nzz\r\na\r\n0\r\n\r\n";
            default -> "Content-Length: 999999999999\r\n\r\na";
        };

        var answer = RUNNING.http()
                .raw("POST /things/1?do=pid HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers);

        assertThat(answer).startsWith("HTTP/1.1 " + status).doesNotContain("<html").doesNotContain("\tat ");
    }

    @Test
    void shouldTellAClientThatSendsBeforeItListensWhyItIsRefused() {
        var length = 19 * 1024 * 1024;

        var answer = RUNNING.http().raw("POST /things/1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "Content-Length: " + length + "\r\n\r\n" + "x".repeat(length));

        assertThat(answer).startsWith("HTTP/1.1 413");
    }
}
