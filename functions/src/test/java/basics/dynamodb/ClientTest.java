package basics.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

import basics.http.Variables;

class ClientTest {

    /** The JDK reads the property only once, so only a separate process can show its effect: the benchmark does. */
    @Test
    void shouldAskTheJdkToKeepAnIdleConnectionForAMinute() {
        System.clearProperty("http.keepAlive.time.server");

        Client.of(new Variables(Map.of("AWS_REGION", "eu-central-1")), "{}").close();

        assertThat(System.getProperty("http.keepAlive.time.server")).isEqualTo("60");
    }
}
