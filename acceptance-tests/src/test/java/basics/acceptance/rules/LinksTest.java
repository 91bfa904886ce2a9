package basics.acceptance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {

    private static final String GUIDE = """
        # The guide

        ## What isn't `reported`, and the 1 MB page
        ## Twice
        ## Twice
        ## A [link](guide.md) · a dot
        ```
        ## No heading
        ```
        """;

    @ParameterizedTest
    @ValueSource(strings = {"[a](guide.md)", "[a](guide.md#the-guide)",
        "[a](guide.md#what-isnt-reported-and-the-1-mb-page)", "[a](guide.md#twice)", "[a](guide.md#twice-1)",
        "[a](guide.md#a-link--a-dot)", "## Here\n[a](#here)", "[a](https://example.com/gone.md#gone)",
        "`[a](gone.md)`"})
    void shouldFollowALink(String text) {
        assertThat(brokenIn(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a](gone.md)", "![a](gone.svg)", "<img src=\"gone.png\">", "[a][b]\n\n[b]: gone.md",
        "| a |\n|---|\n| [a](gone.md) |"})
    void shouldFindALinkToAFileThatIsGone(String text) {
        assertThat(brokenIn(text)).singleElement().asString().endsWith("no such file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a](guide.md#gone)", "[a](guide.md#Twice)", "[a](guide.md#twice-2)", "[a](#gone)",
        "[a](guide.md#no-heading)", "<a href=\"guide.md#gone\">a</a>"})
    void shouldFindALinkToAHeadingThatIsGone(String text) {
        assertThat(brokenIn(text)).singleElement().asString().endsWith("no such heading");
    }

    private static List<String> brokenIn(String text) {
        return new Links(Stream.of(Page.of(Path.of("guide.md"), GUIDE), Page.of(Path.of("doctored.md"), text))
                .toList()).broken();
    }

    @Test
    void shouldNameThePageAndTheLink() {
        assertThat(brokenIn("[a](guide.md#gone)")).containsExactly(
                "doctored.md -> guide.md#gone: no such heading");
    }
}
