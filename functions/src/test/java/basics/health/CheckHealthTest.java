package basics.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

import basics.http.Variables;
import basics.testing.Call;

class CheckHealthTest {
    @Test
    void shouldReportThatTheFunctionRuns() {
        var answer = Call.of().to(new CheckHealth(new Variables(Map.of())));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"ok\"}");
    }
}
