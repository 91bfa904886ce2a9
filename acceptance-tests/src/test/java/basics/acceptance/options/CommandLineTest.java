package basics.acceptance.options;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.sun.net.httpserver.HttpServer;

class CommandLineTest {

    private static final Path ROOT = Path.of("..");

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"feature=users/create_user", "scenario=Ada+is+signed+up+again", "target=embedded",
        "target=deployed env=dev", "test=CommandLineTest", "test=Command*Test#should*,!Other", "test=%regex[.*]",
        "test=basics.acceptance.options.CommandLineTest", "it.test=FeaturesIT", "test=Choice????"})
    void shouldAcceptValidOptions(String options) {
        assertThatCode(() -> CommandLine.check(given(options), ROOT)).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        target=mainframe                    | -Dtarget=mainframe: no such target; allowed are [deployed
        target=deployed                     | -Dtarget=deployed needs -Denv=dev
        target=deployed env=qa              | -Denv=qa: no such environment; cdk.json has [dev, local,
        env=dev                             | -Denv=dev needs -Dtarget=deployed
        api.url=http://127.0.0.1:1          | -Dapi.url=http://127.0.0.1:1: nothing answers there
        api.url=localhost                   | localhost is not a URL such as http://localhost:8080
        target=localstack localstack.endpoint=http://127.0.0.1:1 | -Dlocalstack.endpoint=http://127.0.0.1:1: nothing
        feature=users/create_a_user         | similar ones are users/create_user
        scenario=Ada+is+signed+up+once+more | Ada is signed up again
        test=ComandLineTest                 | -Dtest=ComandLineTest: no module has such a test; similar ones are CommandLineTest
        it.test=FeatureIT                   | FeaturesIT
        browser=/no/such/browser            | -Dbrowser=/no/such/browser: there is no such program
        """)
    void shouldRefuseInvalidOptions(String options, String message) {
        var given = given(options);

        assertThatThrownBy(() -> CommandLine.check(given, ROOT)).hasMessageContaining(message);
    }

    @Test
    void shouldRequireATokenForARemoteService() throws IOException {
        var elsewhere = InetAddress.getLocalHost();
        var server = HttpServer.create(new InetSocketAddress(elsewhere, 0), 0);
        server.start();
        try {
            var given = Map.of("api.url", "http://%s:%d".formatted(elsewhere.getHostName(),
                    server.getAddress().getPort()));

            assertThatThrownBy(() -> CommandLine.check(given, ROOT)).hasMessageContaining("API_TOKEN");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void shouldFindNoDockerWithoutAListener() {
        assumeFalse(Files.exists(Path.of(System.getProperty("user.home"), ".testcontainers.properties")));
        assumeFalse(System.getProperty("os.name").startsWith("Windows"));

        assertThatThrownBy(() -> TargetOptions.check(option -> Optional.ofNullable(
                Map.of("target", "localstack").get(option)), Map.of("DOCKER_HOST", "tcp://127.0.0.1:1"), ROOT))
                .hasMessageContaining("needs Docker");
    }

    private static Map<String, String> given(String options) {
        return Arrays.stream(options.split(" ")).map(option -> option.split("=", 2))
                .collect(Collectors.toMap(option -> option[0], option -> option[1].replace('+', ' ')));
    }
}
