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
                .hasMessageContaining("allowed are [embedded]");
    }

    @Test
    void shouldUseTheServiceThatRunsAlreadyWhenGivenItsUrl() {
        var target = Targets.chosen(Map.of("api.url", "http://localhost:8080/")::get).get();

        assertThat(target.apiUrl()).isEqualTo(URI.create("http://localhost:8080"));
    }
}
