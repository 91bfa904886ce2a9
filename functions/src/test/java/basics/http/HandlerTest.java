package basics.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Base64;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import basics.testing.Call;

class HandlerTest {
    private static final Variables NO_CORS = new Variables(Map.of());

    /** Answers with the request's body as a JSON string. */
    private static final class Echo extends Handler {
        Echo(Variables variables) {
            super(variables);
        }

        @Override
        protected Response answer(Request request) {
            return Response.json(200, ("\"" + request.json(1 << 20) + "\"").getBytes(UTF_8));
        }
    }

    private static final class Path extends Handler {
        Path() {
            super(NO_CORS);
        }

        @Override
        protected Response answer(Request request) {
            return Response.json(200, request.path("email").getBytes(UTF_8));
        }
    }

    private static final class Failing extends Handler {
        Failing() {
            super(NO_CORS);
        }

        @Override
        protected Response answer(Request request) {
            throw new IllegalStateException("secret\ninjected", new NumberFormatException("ada@example.com"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "Application/JSON ; charset=UTF-8",
        "application/json;charset=\"utf-8\"", "application/json; charset=utf8", "application/json;charset=\"UTF8\""})
    void shouldAcceptJson(String type) {
        assertThat(Call.of().header("content-TYPE", type).body("é").to(new Echo(NO_CORS)).body()).isEqualTo("\"é\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json; charset=latin1", "application/json; charset=utf-88",
        "application/json; charset='utf-8'", "application/jsonx", "",
        "application/merge-patch+json", "application/x-www-form-urlencoded"})
    void shouldRefuseAnotherMediaType(String type) {
        var answer = Call.of().header("Content-Type", type).body("{}").to(new Echo(NO_CORS));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.text("detail")).contains("application/json");
        assertThat(Call.of().body("{}").to(new Echo(NO_CORS)).status()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "br", "identity, gzip"})
    void shouldRefuseACompressedBody(String coding) {
        var answer = Call.withBody("{}").header("content-encoding", coding).to(new Echo(NO_CORS));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.text("detail")).contains("uncompressed", "Content-Encoding");
        assertThat(Call.withBody("x").header("Content-Encoding", "identity").to(new Echo(NO_CORS)).status())
                .isEqualTo(200);
    }

    @Test
    void shouldDecodeABase64BodyAndRefuseMalformedUtf8() {
        var echo = new Echo(NO_CORS);
        var json = Call.of().header("Content-Type", "application/json");

        assertThat(json.base64(Base64.getEncoder().encodeToString("é".getBytes(UTF_8))).to(echo).body())
                .isEqualTo("\"é\"");
        assertThat(json.base64(Base64.getEncoder().encodeToString(new byte[]{(byte) 0xc3, 0x28})).to(echo).status())
                .isEqualTo(400);
        assertThat(json.base64("?").to(echo).status()).isEqualTo(400);
    }

    @Test
    void shouldRefuseAnEmptyAndATooLongBody() {
        var echo = new Echo(NO_CORS);
        var mebibyte = "é".repeat(1 << 19);

        assertThat(Call.withBody("").to(echo).status()).isEqualTo(400);
        assertThat(Call.withBody(mebibyte).to(echo).status()).isEqualTo(200);
        assertThat(Call.withBody(mebibyte + "x").to(echo).status()).isEqualTo(413);
        assertThat(Call.withBody("").base64(Base64.getEncoder().encodeToString((mebibyte + "x").getBytes(UTF_8)))
                .to(echo).status()).isEqualTo(413);
    }

    @Test
    void shouldCheckTheSizeOfABodyBeforeDecodingIt() {
        var text = "?".repeat(1 << 21);

        assertThat(Call.withBody("").base64(text).to(new Echo(NO_CORS)).status()).isEqualTo(413);
    }

    @Test
    void shouldHideTheCauseAndLogItWithoutItsMessage() {
        var call = Call.of();
        var answer = call.to(new Failing());

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body())
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Internal Server Error\",\"status\":500,"
                        + "\"detail\":\"Something went wrong on our side. Quote the instance when you report it.\","
                        + "\"instance\":\"request-1\"}");
        assertThat(call.log().lines()).hasSize(2);
        assertThat(call.log().lines().getFirst()).contains("IllegalStateException", "NumberFormatException",
                "HandlerTest").doesNotContain("secret", "ada@example.com", "\n");
        assertThat(call.log().lines().getLast())
                .matches("ERROR operation=Failing request_id=request-1 status=500 duration_ms=\\d+");
    }

    @Test
    void shouldAnswer500UnlessTheEventIsAProxyEvent() throws IOException {
        var answer = Call.of().send(new Failing(), "[]");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text("instance")).startsWith("invocation-");
    }

    @Test
    void shouldSendSecureHeadersAndCorsOnlyWhenWanted() {
        var none = Call.withBody("x").to(new Echo(NO_CORS));
        var one = Call.withBody("x").to(new Echo(new Variables(Map.of("CORS_ORIGIN", "https://app.example"))));
        var any = Call.of().to(new Echo(new Variables(Map.of("CORS_ORIGIN", "*"))));

        assertThat(none.headers()).containsExactlyInAnyOrderEntriesOf(Map.of("content-type", "application/json",
                "cache-control", "no-store", "x-content-type-options", "nosniff", "strict-transport-security",
                "max-age=31536000", "content-security-policy", "default-src 'none'; frame-ancestors 'none'"));
        assertThat(one.headers()).containsEntry("access-control-allow-origin", "https://app.example")
                .containsEntry("vary", "Origin")
                .containsEntry("access-control-expose-headers", "ETag, Location, Retry-After, x-amzn-RequestId");
        assertThat(any.headers()).containsEntry("access-control-allow-origin", "*").doesNotContainKey("vary");
    }

    @ParameterizedTest
    @CsvSource({"/users/a%40b.example, a%40b.example, a@b.example", "/users/a%40b.example, a@b.example, a@b.example",
        "/users/a%2525b, a%2525b, a%25b", "/users/a%2525b, a%25b, a%25b", "/users/a+b, a+b, a+b",
        "/users/a%2Bb%zz, a+b%zz, a+b%zz", "/users/a%40b.example/, a%40b.example, a@b.example",
        "/users/a%40b.example/, a@b.example, a@b.example", "/users/a%2525b/, a%25b, a%25b",
        "/users/a%40b/notes, a%40b, a@b", "/users/a%40b/notes/, a%40b, a@b", "/users/%EF%BF%BD, \uFFFD, \uFFFD",
        "/users/%ef%bf%bd/, %ef%bf%bd, \uFFFD", "/users/größe, größe, größe", "/users/%F0%9F%98%80, %F0%9F%98%80, 😀"})
    void shouldDecodeAPathParameterOnce(String path, String parameter, String value) {
        assertThat(Call.of().rawPath(path).path("email", parameter).to(new Path()).body()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"/users/%FF, %FF", "/users/%0, %0", "/users/%, %", "/users/a%00b/, a%00b", "/users/%zz, %zz",
        "/users/%C3/, %C3", "/users/%C0%AF, %C0%AF", "/users/%ED%A0%80, %ED%A0%80", "/users/%+1, %+1",
        "/users/%FF, \uFFFD", "/users/a%FFb/, a\uFFFDb"})
    void shouldRefuseAMalformedPathParameter(String path, String parameter) {
        var answer = Call.of().rawPath(path).path("email", parameter).to(new Path());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors()).containsExactly("email");
        assertThat(answer.json().at("/errors/0/detail").textValue()).contains("UTF-8");
        assertThat(answer.body()).doesNotContain("\uFFFD");
    }

    @Test
    void shouldRefuseANulAndHalfASurrogatePairThatAGatewayHasDecoded() {
        assertThat(Call.of().path("email", "a\0b").to(new Path()).errors()).containsExactly("email");
        assertThat(Call.of().path("email", "a\ud800b").to(new Path()).errors()).containsExactly("email");
    }

    @Test
    void shouldNameAMissingVariable() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> NO_CORS.required("USERS_TABLE"))
                .hasMessageContaining("USERS_TABLE");
    }

    @ParameterizedTest
    @CsvSource({"richard, richard", "auth0|5f7c/a:b_c.d-e, auth0|5f7c/a:b_c.d-e",
        "ada@example.com, sha256:b5fc85e55755", "a b, sha256:c8687a08aa5d", "'', sha256:e3b0c44298fc"})
    void shouldLogTheSubjectButNoEmail(String subject, String logged) {
        var call = Call.withBody("x").subject(subject);
        call.to(new Echo(NO_CORS));

        assertThat(call.log().lines()).singleElement().asString().matches(
                "INFO operation=Echo request_id=request-1 subject=\\Q" + logged + "\\E status=200 duration_ms=\\d+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\nERROR operation=ReadUser status=500", "a\r\nb", "a\u2028b", "a status=200", "a=b",
        "\u001b[2K",
        "\u0000", "\ud800"})
    void shouldKeepItsLogLineIntactForAnySubject(String subject) {
        var call = Call.withBody("x").subject(subject);
        call.to(new Echo(NO_CORS));

        assertThat(call.log().lines()).singleElement().asString().matches(
                "INFO operation=Echo request_id=request-1 subject=sha256:[0-9a-f]{12} status=200 duration_ms=\\d+");
    }

    @Test
    void shouldLogASubjectOfUpTo128Characters() {
        var call = Call.withBody("x").subject("s".repeat(129));
        call.to(new Echo(NO_CORS));
        var longest = Call.withBody("x").subject("s".repeat(128));
        longest.to(new Echo(NO_CORS));

        assertThat(call.log().lines().getFirst()).contains(" subject=sha256:");
        assertThat(longest.log().lines().getFirst()).contains(" subject=sss");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"x\"", "{\"principalId\":null}", "{\"claims\":{\"principalId\":\"eve\"}}"})
    void shouldReadTheSubjectFromTheAuthorizerOnly(String authorizer) throws IOException {
        var call = Call.of();
        var answer = call.send(new Echo(NO_CORS), "{\"requestContext\":{\"authorizer\":" + authorizer
                + ",\"requestId\":\"r\\nx\"},\"multiValueHeaders\":{\"x\":[\"\\n\"]}}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(call.log().lines()).singleElement().asString()
                .matches("INFO operation=Echo request_id=sha256:[0-9a-f]{12} status=400 duration_ms=\\d+");
    }
}
