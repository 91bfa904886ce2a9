package basics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import basics.events.ListEventsOnDate;
import basics.events.QueryEvents;
import basics.events.RecordEvent;
import basics.events.RecordEvents;
import basics.health.CheckHealth;
import basics.testing.Call;
import basics.users.CreateUser;
import basics.users.DeleteUser;
import basics.users.ListUsers;
import basics.users.ReadUser;
import basics.users.UpdateUser;

/** The functions as Lambda makes them, in the environment that the build gives the tests: nothing is at its endpoint. */
class FunctionEnvironmentTest {
    static Stream<Arguments> functions() {
        return Stream.of(
                Arguments.of(new CreateUser(), Call.withBody("{\"email\":\"ada@example.com\"}")),
                Arguments.of(new ReadUser(), Call.of().path("email", "ada@example.com")),
                Arguments.of(new UpdateUser(), Call.withBody("{\"a\":1}").path("email", "ada@example.com")),
                Arguments.of(new DeleteUser(), Call.of().path("email", "ada@example.com")),
                Arguments.of(new ListUsers(), Call.of()),
                Arguments.of(new RecordEvent(), Call.withBody("{\"event\":\"e\"}")),
                Arguments.of(new RecordEvents(), Call.withBody("{\"events\":[{\"event\":\"e\"}]}")),
                Arguments.of(new QueryEvents(), Call.of().path("event", "e")),
                Arguments.of(new ListEventsOnDate(), Call.of().query("date", "2026-11-22")));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void shouldWorkInTheEnvironmentOfTheProcess(RequestStreamHandler function, Call call) {
        var answer = call.to(function);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://app.example");
        assertThat(call.log().lines().getFirst()).contains("java.net.ConnectException");
    }

    @Test
    void shouldBeHealthyWithoutATable() {
        assertThat(Call.of().to(new CheckHealth()).body()).isEqualTo("{\"status\":\"ok\"}");
    }
}
