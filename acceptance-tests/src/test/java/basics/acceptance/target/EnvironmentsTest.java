package basics.acceptance.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentsTest {

    @TempDir
    private Path directory;
    private Path cdkJson = Path.of("");

    @BeforeEach
    void write() throws IOException {
        cdkJson = Files.writeString(directory.resolve("cdk.json"), """
            {"context": {"environments": {
              "open": {"corsOrigin": "*"}, "one": {"corsOrigin": "https://example.com"}, "none": {}}}}
            """);
    }

    @Test
    void shouldRuleOutPagesOfEveryOriginWhereNotAllAreLetIn() {
        var environments = Environments.read(cdkJson);

        assertThat(environments.ruledOut("open")).isEmpty();
        assertThat(environments.ruledOut("one")).containsOnlyKeys("@needs-any-origin");
        assertThat(environments.ruledOut("none")).containsOnlyKeys("@needs-any-origin");
    }

    @Test
    void shouldNameTheEnvironmentsWhenGivenAnUnknownOne() {
        var environments = Environments.read(cdkJson);

        assertThatThrownBy(() -> environments.ruledOut("qa")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-Denv=qa").hasMessageContaining("[none, one, open]");
    }
}
