package basics.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The client that the generator {@code typescript-fetch} makes of {@code openapi.yaml}, in Node.js. */
class TypeScriptClientIT {
    private static final Path COMPILED = Path.of("target", "javascript");
    private static final Path COMPILER = Path.of("..", "..", "node_modules", ".bin", "tsc");

    @Test
    void shouldDoAWholeRound() throws IOException, InterruptedException {
        assertThat(COMPILER).as("TypeScript, which `npm ci --ignore-scripts` installs").exists();
        run(List.of(COMPILER.toString(), "--project", "src/test/typescript"));
        Files.writeString(COMPILED.resolve("package.json"), "{\"type\": \"module\"}");

        try (var service = Service.start()) {
            var round = COMPILED.resolve(Path.of("src", "test", "typescript", "main.js")).toString();
            assertThat(run(List.of("node", round, service.url().toString(), service.token()))).isEqualTo("done\n");
        }
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Stream.concat(Stream.of(command.getFirst()), output.lines())
                .reduce("", (text, line) -> text + '\n' + line)).isZero();
        return output;
    }
}
