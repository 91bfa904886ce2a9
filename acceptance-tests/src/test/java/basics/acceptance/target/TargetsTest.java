package basics.acceptance.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import basics.acceptance.tokens.Tokens;

class TargetsTest {

    @Test
    void shouldNameTheAllowedTargetsWhenGivenAnUnknownOne() {
        assertThatThrownBy(() -> Targets.chosen(Map.of("target", "mainframe")::get, TargetsTest::unset))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("-Dtarget=mainframe")
                .hasMessageContaining("allowed are [deployed, embedded, localstack]");
    }

    @Test
    void shouldUseTheServiceThatRunsAlreadyWhenGivenItsUrl() {
        var target = Targets.chosen(Map.of("api.url", "http://localhost:8080/")::get, TargetsTest::unset).get();

        assertThat(target.apiUrl()).isEqualTo(URI.create("http://localhost:8080"));
    }

    @Test
    void shouldShowTheTokenThatIsGivenWithAUrl() {
        var target = Targets
                .chosen(Map.of("api.url", "http://localhost:8080", "api.token", "t-1")::get, TargetsTest::unset)
                .get();

        assertThat(target.tokens().with(Tokens.ALL_SCOPES).authorization()).contains("Bearer t-1");
        assertThat(target.notApplicable()).containsKeys("@needs-scopes", "@needs-issuer");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"http://localhost:8080, false", "http://127.0.0.1:8080, false",
        "https://abc.execute-api.eu-central-1.amazonaws.com/api, true", "https://api.example.com, true"})
    void shouldTakeWhatIsElsewhereForAws(String url, boolean isAws) {
        var target = Targets.chosen(Map.of("api.url", url, "api.token", "t-1")::get, TargetsTest::unset).get();

        assertThat(target.isAws()).isEqualTo(isAws);
    }

    @Test
    void shouldTakeATokenFromTheEnvironmentWhereNoReportListsIt() {
        var target = Targets.chosen(Map.of("api.url", "http://localhost:8080", "api.token", "t-1")::get,
                Map.of("API_TOKEN", "t-2")::get).get();

        assertThat(target.tokens().with(Tokens.ALL_SCOPES).authorization()).contains("Bearer t-2");
    }

    @Test
    void shouldAskForATokenForAServiceThatIsNotOnThisMachine() {
        var target = Targets.chosen(Map.of("api.url", "https://api.example.com")::get, TargetsTest::unset);

        assertThatThrownBy(target::get).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("API_TOKEN");
    }

    @Test
    void shouldAskForTheEnvironmentOfADeployedTarget() {
        var target = Targets.chosen(Map.of("target", "deployed")::get, TargetsTest::unset);

        assertThatThrownBy(target::get).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("-Denv=")
                .hasMessageContaining("-Dapi.url=");
    }

    @Test
    void shouldSayThatNoLocalStackAnswersAtTheGivenEndpoint() {
        var target = Targets.chosen(Map.of("target", "localstack", "localstack.endpoint", "http://127.0.0.1:1")::get,
                TargetsTest::unset);

        assertThatThrownBy(target::get).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("-Dlocalstack.endpoint=http://127.0.0.1:1: nothing answers there");
    }

    private static @Nullable String unset(String variable) {
        return null;
    }
}
