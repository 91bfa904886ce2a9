package basics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import basics.contract.Operation;
import basics.testing.Handlers;

/** Which classes a function loads when it starts. */
class OnDemandTest {
    private static final String FUNCTION = Handlers.operations().stream().filter(Operation::isSecured)
            .map(Handlers::className).findFirst().orElseThrow();

    /** A main class that does the same as Lambda at a start. */
    static final class Start {
        private Start() {}

        public static void main(String[] args) throws ReflectiveOperationException {
            Class.forName(args[0]).getConstructor().newInstance();
        }
    }

    @ParameterizedTest
    @CsvSource({"on-demand, false", "snap-start, true"})
    void shouldLoadTheHooksOnlyForASnapshot(String initialization, boolean hooks) throws Exception {
        var loaded = loaded(initialization);

        assertThat(loaded).anyMatch(line -> line.contains(" " + FUNCTION + " "));
        assertThat(loaded.stream().anyMatch(line -> line.contains(" org.crac."))).isEqualTo(hooks);
        assertThat(loaded.stream().anyMatch(line -> line.contains(" basics.http.Priming "))).isEqualTo(hooks);
        assertThat(loaded.stream().anyMatch(line -> line.contains(" basics.dynamodb.Snapshot "))).isEqualTo(hooks);
        assertThat(loaded.stream().anyMatch(line -> line.contains(" basics.dynamodb.PrimingRequests ")))
                .isEqualTo(hooks);
        assertThat(loaded).noneMatch(line -> line.contains("ContainerCredentialsProvider"));
        assertThat(loaded).noneMatch(line -> line.startsWith("SLF4J"));
    }

    private static List<String> loaded(String initialization) throws Exception {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load", "-cp", System.getProperty("java.class.path"), Start.class.getName(), FUNCTION));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("AWS_LAMBDA_INITIALIZATION_TYPE", initialization);
        var process = builder.start();
        try (var lines = process.inputReader(UTF_8)) {
            var loaded = lines.lines().toList();
            assertThat(process.waitFor()).as(() -> String.join("\n", loaded)).isZero();
            return loaded;
        }
    }
}
