package basics.acceptance.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TargetsTest {

    @Test
    void shouldNameTheAllowedTargetsWhenGivenAnUnknownOne() {
        assertThatThrownBy(() -> Targets.chosen(Map.of("target", "mainframe")::get))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("-Dtarget=mainframe")
                .hasMessageContaining("allowed are [deployed, embedded, localstack]");
    }

    @Test
    void shouldUseTheServiceThatRunsAlreadyWhenGivenItsUrl() {
        var target = Targets.chosen(Map.of("api.url", "http://localhost:8080/")::get).get();

        assertThat(target.apiUrl()).isEqualTo(URI.create("http://localhost:8080"));
    }

    @Test
    void shouldShowTheTokenThatIsGivenWithAUrl() {
        var target = Targets.chosen(Map.of("api.url", "http://localhost:8080", "api.token", "t-1")::get).get();

        assertThat(target.caller().credentials("GET", target.apiUrl(), Map.of(), new byte[0]))
                .containsExactly(Map.entry("Authorization", "Bearer t-1"));
    }

    @Test
    void shouldAskForTheEnvironmentOfADeployedTarget() {
        var target = Targets.chosen(Map.of("target", "deployed")::get);

        assertThatThrownBy(target::get).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("-Denv=")
                .hasMessageContaining("-Dapi.url=");
    }

    @Test
    void shouldSayThatNoLocalStackAnswersAtTheGivenEndpoint() {
        var target = Targets.chosen(Map.of("target", "localstack", "localstack.endpoint", "http://127.0.0.1:1")::get);

        assertThatThrownBy(target::get).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("-Dlocalstack.endpoint=http://127.0.0.1:1: nothing answers there");
    }
}
