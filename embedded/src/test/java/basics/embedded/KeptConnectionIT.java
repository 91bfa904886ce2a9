package basics.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import basics.embedded.fixture.RawConnection;
import basics.embedded.fixture.TestAssembly;
import basics.embedded.fixture.Tokens;

/**
 * Clients keep connections. Whatever is answered, and whenever a request's body comes: the next request on the connection
 * gets its own answer, or the answer before has said that there is no next.
 */
class KeptConnectionIT {
    private static final String HOST = "Host: x\r\n";
    /** The one request that is answered 204. */
    private static final String NEXT = "OPTIONS /things/1 HTTP/1.1\r\n" + HOST + "\r\n";
    /** Asks the function which body it got. */
    private static final String ECHO = "POST /things/1 HTTP/1.1\r\n" + HOST + "Authorization: "
            + Tokens.allowing("STAGE/*") + "\r\n";

    private static Embedded embedded;

    @BeforeAll
    static void start(@TempDir Path directory) {
        embedded = Embedded.start(Settings.of(TestAssembly.guarded(directory)));
    }

    @AfterAll
    static void stop() {
        embedded.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        nobody signed in    | POST /things/1 HTTP/1.1       | Content-Length: 5                 | hello | 401
        a bad token         | POST /things/1 HTTP/1.1       | Authorization: Bearer $_Content-Length: 5 | hello | 401
        no such path        | POST /nowhere HTTP/1.1        | Content-Length: 5                 | hello | 404
        no such method      | POST /hasty HTTP/1.1          | Content-Length: 5                 | hello | 404
        a bad query         | POST /things/1?a=%zz HTTP/1.1 | Content-Length: 5                 | hello | 400
        a body in chunks    | POST /nowhere HTTP/1.1        | Transfer-Encoding: chunked        | 5_hello_0__ | 404
        a declared length   | POST /nowhere HTTP/1.1        | Content-Length: 999999999999      | hello | 413
        a body that is asked for | POST /nowhere HTTP/1.1   | Expect: 100-continue_Content-Length: 5 | hello | 404
        an unknown expectation   | POST /nowhere HTTP/1.1   | Expect: tea_Content-Length: 5     | hello | 417
        a broken length     | POST /nowhere HTTP/1.1        | Content-Length: x                 | hello | 400
        no host             | POST /nowhere HTTP/1.1        | Host: a_Content-Length: 5         | hello | 400
        """)
    void shouldNotLoseTheRequestAfterOneThatIsRefusedBeforeItsBodyComes(String what, String line, String headers,
            String body, int status) throws IOException {
        try (var connection = new RawConnection(embedded.apiUrl())) {
            // Given
            var refusal = connection.send(line + "\r\n" + HOST + headers.replace("_", "\r\n") + "\r\n\r\n").answer();
            assertThat(refusal.status()).as(what).isEqualTo(status);

            // When
            if (refusal.closes()) {
                // Then
                assertThat(connection.ends()).isTrue();
            } else {
                assertThat(connection.send(body.replace("_", "\r\n") + NEXT).answer().status()).isEqualTo(204);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        nobody signed in   | POST /things/1 HTTP/1.1 | Content-Length: 5          | hello        | 401
        no such path       | POST /nowhere HTTP/1.1  | Content-Length: 5          | hello        | 404
        a body in chunks   | POST /nowhere HTTP/1.1  | Transfer-Encoding: chunked | 5_hello_0__  | 404
        """)
    void shouldKeepTheConnectionOfARefusedRequestThatIsAllThere(String what, String line, String headers, String body,
            int status) throws IOException {
        try (var connection = new RawConnection(embedded.apiUrl())) {
            connection.send(line + "\r\n" + HOST + headers + "\r\n\r\n" + body.replace("_", "\r\n") + NEXT + NEXT);

            assertThat(connection.answer()).as(what).satisfies(refusal -> {
                assertThat(refusal.status()).isEqualTo(status);
                assertThat(refusal.closes()).isFalse();
            });
            assertThat(connection.answer().status()).isEqualTo(204);
            assertThat(connection.answer().status()).isEqualTo(204);
        }
    }

    @Test
    void shouldTellWhyItRefusesToWhoeverSendsOn() throws IOException {
        try (var connection = new RawConnection(embedded.apiUrl())) {
            connection.send("POST /things/1 HTTP/1.1\r\n" + HOST + "Content-Length: 15000000\r\n\r\n");
            var refusal = connection.answer();

            connection.send("x".repeat(15_000_000));

            assertThat(refusal.closes()).isTrue();
            assertThat(connection.ends()).isTrue();
        }
    }

    @Test
    void shouldAskForABodyThatIsHeldBackAndThenAnswerTheNextRequest() throws IOException {
        try (var connection = new RawConnection(embedded.apiUrl())) {
            connection.send(ECHO + "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n");
            assertThat(connection.answer().status()).isEqualTo(100);

            var echo = connection.send("hello").answer();

            assertThat(echo.status()).isEqualTo(200);
            assertThat(echo.body()).contains("hello");
            assertThat(connection.send(NEXT).answer().status()).isEqualTo(204);
        }
    }

    @Test
    void shouldNotAskForABodyThatItRefuses() throws IOException {
        try (var connection = new RawConnection(embedded.apiUrl())) {
            var refusal = connection.send(
                    ECHO + "Expect: 100-continue\r\nContent-Length: 20000000\r\n\r\n").answer();

            assertThat(refusal.status()).isEqualTo(413);
            assertThat(refusal.closes()).isTrue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"at once, 1", "in parts, 3"})
    void shouldAnswerPipelinedRequestsInTheirOrder(String what, int parts) throws IOException {
        var requests = ECHO + "Content-Length: 3\r\n\r\none" + ECHO + "Transfer-Encoding: chunked\r\n\r\n"
                + "2;a=\"b\"\r\ntw\r\n1\r\no\r\n0\r\nTrailing: yes\r\n\r\n" + NEXT;
        try (var connection = new RawConnection(embedded.apiUrl())) {
            var length = requests.length() / parts;
            for (var part = 0; part < parts; part++) {
                connection.send(requests.substring(part * length,
                        part == parts - 1 ? requests.length() : (part + 1) * length));
            }

            assertThat(connection.answer().body()).as(what).contains("one");
            assertThat(connection.answer().body()).contains("two");
            assertThat(connection.answer().status()).isEqualTo(204);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        a length beside chunks  | Content-Length: 4_Transfer-Encoding: chunked__0__SMUGGLED
        chunks beside a length  | Transfer-Encoding: chunked_Content-Length: 4__0__SMUGGLED
        an unknown coding       | Transfer-Encoding: xchunked__0__SMUGGLED
        chunked twice           | Transfer-Encoding: chunked_Transfer-Encoding: chunked__0__SMUGGLED
        a blank before a colon  | Transfer-Encoding : chunked_Content-Length: 4__0__SMUGGLED
        a signed length         | Content-Length: +4__abcdSMUGGLED
        a length twice          | Content-Length: 0_Content-Length: 4__abcdSMUGGLED
        a broken end of a chunk | Transfer-Encoding: chunked__1_aX0__SMUGGLED
        """)
    void shouldNotTakeABodyForARequest(String what, String rest) throws IOException {
        try (var connection = new RawConnection(embedded.apiUrl())) {
            var answer = connection.send("POST /nowhere HTTP/1.1\r\n" + HOST
                    + rest.replace("_", "\r\n").replace("SMUGGLED", NEXT)).answer();

            assertThat(answer.status()).as(what).isIn(400, 404);
            assertThat(connection.ends()).isTrue();
        }
    }

    @Test
    void shouldTellWhyAHeadIsTooLongToWhoeverSendsIt() throws IOException {
        try (var connection = new RawConnection(embedded.apiUrl())) {
            var answer = connection.sendUntilEnded("GET /hasty HTTP/1.1\r\n" + HOST + "X-Long: " + "a".repeat(2_000_000)
                    + "\r\n\r\n").answer();

            assertThat(answer.status()).isEqualTo(431);
            assertThat(answer.closes()).isTrue();
        }
    }
}
