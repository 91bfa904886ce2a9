package basics.acceptance.target.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;

import org.junit.jupiter.api.Test;

class ApiUrlsTest {

    private static final URI ENDPOINT = URI.create("http://127.0.0.1:4566/");

    @Test
    void shouldServeTheStageAtTheEmulatorsOwnEndpoint() {
        assertThat(ApiUrls.at(ENDPOINT, "https://abc123.execute-api.localhost.localstack.cloud:4566/api"))
                .isEqualTo(URI.create("http://127.0.0.1:4566/_aws/execute-api/abc123/api"));
    }

    @Test
    void shouldRefuseAUrlThatIsNotTheOneOfAStage() {
        assertThatThrownBy(() -> ApiUrls.at(ENDPOINT, "https://api.example.com"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("https://api.example.com");
    }

    @Test
    void shouldPutPathsRightBehindTheUrl() {
        assertThat(ApiUrls.base(" https://abc123.execute-api.eu-west-1.amazonaws.com/api/ "))
                .isEqualTo(URI.create("https://abc123.execute-api.eu-west-1.amazonaws.com/api"));
    }
}
