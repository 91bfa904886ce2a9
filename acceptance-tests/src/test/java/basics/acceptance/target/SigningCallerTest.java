package basics.acceptance.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

class SigningCallerTest {

    private static final URI URL = URI.create("https://abc.execute-api.eu-west-1.amazonaws.com/api/users?limit=2");
    private final Caller caller = new SigningCaller(
            StaticCredentialsProvider.create(AwsSessionCredentials.create("AKIDEXAMPLE", "secret", "session")),
            Region.EU_WEST_1);

    @Test
    void shouldSignForTheGatewayOfTheRegion() {
        var added = sign("{}");

        assertThat(added.get("Authorization")).startsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/")
                .contains("/eu-west-1/execute-api/aws4_request").contains("host");
        assertThat(added).containsEntry("X-Amz-Security-Token", "session").containsKey("X-Amz-Date");
    }

    @Test
    void shouldLeaveOutWhatTheRequestOrTheHttpClientSends() {
        assertThat(sign("{}")).doesNotContainKeys("Host", "Content-Type");
    }

    @Test
    void shouldSignTheBody() {
        assertThat(sign("{}").get("x-amz-content-sha256")).isNotEqualTo(sign("[]").get("x-amz-content-sha256"));
    }

    private Map<String, String> sign(String body) {
        return caller.credentials("POST", URL, Map.of("Content-Type", "application/json"),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
