package basics.dynamodb;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;

import basics.http.Variables;

class BufferedPostsTest {
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.0\r\n"
            + "Content-Length: 2\r\n\r\n{}";

    @Test
    void shouldSendTheLengthThatIsSigned() throws Exception {
        var requests = requests(socket -> List.of(answer(socket), answer(socket)), 1);

        assertThat(requests).hasSize(2).allSatisfy(request -> assertThat(request)
                .containsIgnoringCase("Content-Length: " + body(request).length())
                .contains("content-length;")
                .doesNotContainIgnoringCase("Transfer-Encoding"));
    }

    @Test
    void shouldRetryWhenTheConnectionWasClosed() throws Exception {
        var requests = requests(socket -> List.of(answer(socket)), 2);

        assertThat(requests).hasSize(2)
                .allSatisfy(request -> assertThat(request).containsIgnoringCase("amz-sdk-request: attempt=1"));
        assertThat(requests.stream().map(BufferedPostsTest::body)).allMatch(body -> body.contains("\"users\""));
    }

    private interface Service {
        List<String> serve(Socket socket) throws IOException;
    }

    /** The requests of a client that makes two calls, to a server that closes each connection after its response. */
    private static List<String> requests(Service service, int connections) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor();
                var server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
                var client = Client.of(new Variables(Map.of("AWS_REGION", "eu-central-1",
                        "AWS_ENDPOINT_URL_DYNAMODB", "http://localhost:" + server.getLocalPort())), "{}")) {
            Callable<List<String>> serving = () -> {
                var requests = new ArrayList<String>();
                for (var i = 0; i < connections; i++) {
                    try (var socket = server.accept()) {
                        requests.addAll(service.serve(socket));
                    }
                }
                return requests;
            };
            var requests = executor.submit(serving);
            for (var i = 0; i < 2; i++) {
                client.scan(scan -> scan.tableName("users"));
            }
            return requests.get();
        }
    }

    private static String answer(Socket socket) throws IOException {
        var request = read(new BufferedInputStream(socket.getInputStream()));
        socket.getOutputStream().write(ANSWER.getBytes(ISO_8859_1));
        return request;
    }

    private static String read(InputStream input) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            var next = input.read();
            if (next < 0) {
                throw new EOFException(head.toString(ISO_8859_1));
            }
            head.write(next);
        }
        var text = head.toString(ISO_8859_1);
        var length = Integer.parseInt(text.replaceFirst("(?is).*\r\nContent-Length: (\\d+).*", "$1"));
        return text + new String(input.readNBytes(length), ISO_8859_1);
    }

    private static String body(String request) {
        return request.substring(request.indexOf("\r\n\r\n") + 4);
    }
}
