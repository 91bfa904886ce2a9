package basics.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import basics.infra.settings.Project;

/** Runs {@code mvn -q} in a module of this project, as the CDK command line does (.mvn/jvm.config). */
@Execution(ExecutionMode.CONCURRENT)
class QuietBuildIT {

    @Test
    void shouldShowTheWarningThatFailsIt() throws Exception {
        // Given
        var maven = Optional.ofNullable(System.getProperty("maven.home")).map(home -> Path.of(home, "bin", "mvn"));
        assumeTrue(maven.filter(Files::isExecutable).isPresent(), "not started by Maven");
        var module = module("class Raw { java.util.List list() { return java.util.List.of(); } }");

        // When
        var run = FinishedProcess.of(List.of(maven.orElseThrow().toString(), "-o", "-q", "-f",
                module.resolve("pom.xml").toString(), "compile", "-Denforcer.skip", "-Dformatter.skip",
                "-Djacoco.skip", "-Dmaven.repo.local=" + System.getProperty("maven.repo.local")), module, _ -> {});

        // Then
        assertThat(run.exitCode()).isOne();
        assertThat(run.output()).contains("Raw.java:[3,", "[rawtypes] found raw type: List", "-Werror specified")
                .doesNotContain("[INFO]");
    }

    /** A module of this project with one class. */
    private static Path module(String code) throws IOException {
        var root = Project.find().root();
        var module = Synthesised.folder("quiet");
        var parent = Pattern.compile("<parent>(.*?)</parent>", Pattern.DOTALL)
                .matcher(Files.readString(root.resolve("infra/pom.xml")));
        assertThat(parent.find()).isTrue();
        Files.writeString(module.resolve("pom.xml"), """
            <project>
              <modelVersion>4.0.0</modelVersion>
              <parent>%s<relativePath>%s</relativePath></parent>
              <artifactId>quiet</artifactId>
            </project>
            """.formatted(parent.group(1), module.relativize(root.resolve("pom.xml"))));
        var sources = Files.createDirectories(module.resolve("src/main/java/basics"));
        Files.writeString(sources.resolve("Raw.java"), "package basics;\n\n" + code + '\n');
        return module;
    }
}
