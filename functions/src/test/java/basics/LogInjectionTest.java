package basics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import basics.contract.Operation;
import basics.testing.Call;
import basics.testing.Handlers;

/** No text from a client reaches the log, wherever it is in the request. Each log message stays one line. */
class LogInjectionTest {
    private static final String EMAIL = "ada@example.com";
    private static final String INJECTED = EMAIL + "\r\nERROR operation=ReadUser injected=\u2028\u001b[31m";
    private static final String IN_JSON = EMAIL + "\\r\\nERROR operation=ReadUser injected=\\u2028\\u001b[31m";

    static List<Operation> operations() {
        return Handlers.operations();
    }

    private static List<Call> calls() {
        return List.of(
                call(INJECTED,
                        "{\"email\":\"" + IN_JSON + "\",\"event\":\"" + IN_JSON + "\",\"id\":\"" + IN_JSON + "\"}"),
                call(EMAIL, "{\"email\":\"" + EMAIL + "\",\"event\":\"" + EMAIL + "\",\"" + IN_JSON + "\":1}"),
                call(EMAIL, "{\"events\":[{\"event\":\"" + IN_JSON + "\",\"timestamp\":\"" + IN_JSON + "\"}]}"),
                call(EMAIL, "{\"events\":[{\"event\":\"" + EMAIL + "\"}]}"),
                call(EMAIL, INJECTED),
                call(EMAIL, "{\"a\":{}}").header("If-Match", INJECTED),
                call(EMAIL, "{}").header("Content-Type", INJECTED),
                call(EMAIL, "{}").query("cursor", INJECTED).query("limit", INJECTED).query("date", INJECTED),
                call(EMAIL, "{}").query(INJECTED, INJECTED),
                call(EMAIL, "{}").query("date", "2026-11-22"));
    }

    private static Call call(String key, String body) {
        var call = Call.withBody(body).rawPath("/" + key).seenPath("/" + key)
                .header("X-Forwarded-For", INJECTED).header("User-Agent", INJECTED).subject(INJECTED);
        operations().stream().flatMap(operation -> operation.parameters("path").stream()).distinct()
                .forEach(name -> call.path(name, key));
        return call;
    }

    /** Nothing listens at the build's endpoint for tests, so valid requests fail in the SDK. */
    @ParameterizedTest
    @MethodSource("operations")
    void shouldLogNoTextFromAClient(Operation operation) throws Exception {
        var function = Handlers.ofProcess(operation);
        for (var call : calls()) {
            call.to(function);

            var lines = call.log().lines();
            assertThat(lines).hasSizeBetween(1, 2).noneMatch(line -> line.contains("example.com")
                    || line.contains("injected") || line.chars().anyMatch(c -> c < ' ' || c == '\u2028'));
            assertThat(lines.getLast()).contains(" request_id=request-1 subject=sha256:", " status=");
        }
    }
}
