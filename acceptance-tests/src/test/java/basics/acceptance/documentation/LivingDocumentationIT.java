package basics.acceptance.documentation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;

import basics.acceptance.browser.Accessibility;
import basics.acceptance.browser.InBrowser;
import basics.samples.SampleRun;

/** The site as somebody opens it from a file. */
@InBrowser
class LivingDocumentationIT {

    private static final String LETTERS = """
        Feature: Letters
          Rule: All
            Example: A text and a table
              When it says:
                \"""
                A text
                \"""
              And it has:
                |       | wings | legs |
                | eagle | 2     | 2    |
            Example: It is broken
              When it breaks
        """;
    private static final int PHONE = 390;

    @TempDir
    private Path folder;
    private Path site = Path.of("");

    @BeforeEach
    void makeSite() throws IOException {
        SampleRun.of(folder, "contract/letters.feature", LETTERS);
        Samples.flying(folder).leaves("embedded");
        SampleRun.of(folder, "contract/letters.feature", LETTERS);
        var results = Samples.flying(folder).withGaps().leaves("localstack");
        site = new SiteWriter(Path.of("")).write(Results.read(results), folder.resolve("site"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"index.html", "contract.html"})
    void shouldBeOfUseToEverybody(String name, Page page) {
        page.navigate(site.resolveSibling(name).toUri().toString());
        page.locator("#unfold").click();

        assertThat(Accessibility.violations(page)).isEmpty();
        page.setViewportSize(PHONE, 2 * PHONE);
        assertThat(Accessibility.violations(page)).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(PHONE);
    }

    @Test
    void shouldAskNobodyForAnything(Page page) {
        var asked = new CopyOnWriteArrayList<String>();
        page.onRequest(request -> asked.add(request.url()));
        page.onRequestFailed(request -> asked.add("failed: " + request.url()));
        open(page, "");

        assertThat(asked).containsExactly(site.toUri().toString());
    }

    @Test
    void shouldSaySoAtTheTopWhenSomethingFailed(Page page) {
        open(page, "");

        var first = page.locator("main > section").first();
        assertThat(first).containsText("Look at these first");
        assertThat(first.locator("h3 a")).hasText(new String[]{"A stone", "A stone", "It is broken", "It is broken"});
    }

    @Test
    void shouldHideWhatDoesNotMatchASearch(Page page) {
        open(page, "");
        page.locator("#search").fill("albatross flying");

        assertThat(example(page, "An animal")).isVisible();
        assertThat(page.getByText("eagle").first()).isVisible();
        assertThat(example(page, "A bird")).isHidden();
        assertThat(page.locator("#glossary")).isHidden();
        assertThat(page.locator("#found")).hasText("1 of 5 scenarios");

        page.locator("#search").fill("nothing like it");
        assertThat(page.locator("#none")).isVisible();

        page.locator("#search").fill("");
        assertThat(example(page, "A bird")).isVisible();
        assertThat(page.locator("#glossary")).isVisible();
    }

    @Test
    void shouldWorkByKeyboard(Page page) {
        open(page, "");
        page.keyboard().press("/");
        assertThat(page.locator("#search")).isFocused();
        page.keyboard().type("stone");
        assertThat(example(page, "A plane")).isHidden();
        page.keyboard().press("Escape");
        assertThat(example(page, "A plane")).isVisible();

        example(page, "A plane").locator("summary").focus();
        page.keyboard().press("Enter");
        assertThat(example(page, "A plane").getByText("it works")).isVisible();
        assertThat(page).hasURL(site.toUri() + "#birds-flying--a-plane");
    }

    @Test
    void shouldOpenWhatALinkLeadsTo(Page page) {
        open(page, "#birds-flying--an-eagle");

        assertThat(page.locator("tr#birds-flying--an-eagle")).isInViewport();
    }

    @Test
    void shouldReadWithoutJavaScript(Browser browser) {
        try (var context = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            var page = context.newPage();
            open(page, "");

            assertThat(page.locator("#search")).isHidden();
            assertThat(page.locator("#unfold")).isHidden();
            example(page, "A plane").locator("summary").click();
            assertThat(example(page, "A plane").getByText("it works")).isVisible();
        }
    }

    @Test
    void shouldUnfoldAllForPrint(Browser browser) {
        try (var context = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            var page = context.newPage();
            open(page, "");
            assertThat(example(page, "A bird").getByText("it works")).isHidden();

            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

            assertThat(example(page, "A bird").getByText("it works")).isVisible();
            assertThat(page.locator(".contents")).isHidden();
        }
    }

    private void open(Page page, String fragment) {
        page.navigate(site.toUri() + fragment);
    }

    private static Locator example(Page page, String name) {
        return page.locator("details.example", new Page.LocatorOptions().setHas(page.locator("summary",
                new Page.LocatorOptions().setHasText(name))));
    }
}
