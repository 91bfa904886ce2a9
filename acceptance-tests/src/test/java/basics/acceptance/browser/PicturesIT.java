package basics.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/**
 * The pages with what a day of work leaves, as pictures for the README: {@code -Dpictures=docs/pictures} keeps them there. What
 * they show is the same each time, but for times and ids.
 */
@EnabledIfSystemProperty(named = "pictures", matches = ".+", disabledReason = "Pictures for readers are taken with -Dpictures=docs/pictures")
@InBrowser
class PicturesIT extends ServedPages {

    private static final Path DOCUMENTATION = Path.of("target", "living-documentation", "index.html");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    /** The more often a name is here, the more of its events. */
    private static final List<String> NAMES = List.of("clicked button", "clicked button", "clicked button",
            "opened page", "opened page", "signed in", "paid");

    @BeforeAll
    static void work() {
        var random = new Random(7);
        for (var batch = 0; batch < 2; batch++) {
            service.record(IntStream.range(batch * 100, batch * 100 + 100).mapToObj(no -> event(no, random)).toList());
        }
        for (var name : List.of("ada", "grace", "edsger", "richard")) {
            service.send("POST", "/users", "{\"email\": \"%s@example.com\", \"city\": \"Tulsa\"}".formatted(name));
        }
        service.send("GET", "/users/nobody@example.com", "");
        service.send("POST", "/users", "{\"email\": \"ada@example.com\"}");
        service.send("GET", "/users/ada@example.com", "");
        service.send("GET", "/events/paid?order=desc&limit=3", "");
        service.send("PATCH", "/users/ada@example.com", "{\"city\": \"London\"}", "If-Match", "\"9\"");
        service.send("PATCH", "/users/ada@example.com", "{\"city\": \"London\"}", "If-Match", "\"1\"");
    }

    private static String event(int no, Random random) {
        var minutes = Math.round(random.nextGaussian() * 180);
        var name = NAMES.get(random.nextInt(NAMES.size()));
        return "\"event\": \"%s\", \"timestamp\": \"%s\", \"id\": \"e-%d\", \"page\": \"/help\"".formatted(name,
                NOON.plus(Duration.ofMinutes(minutes)), no);
    }

    @Test
    void shouldShowWhatTheTablesHold(Page page) {
        service.open(page, "tables");
        assertThat(page.locator("tr.read").first()).isVisible();
        page.locator("#ask-title").evaluate("title => scrollTo(0, title.offsetTop - 24)");

        assertThat(Accessibility.violations(page)).isEmpty();
        Pictures.keep(page, "tables");
    }

    @Test
    void shouldShowTheEventsOfTheDay(Page page) {
        service.open(page, "events?date=2026-11-22");
        assertThat(page.locator("#plot circle")).hasCount(200);
        page.locator("#plot circle[aria-label*=paid]").first().hover();
        assertThat(page.locator("#shown-event")).containsText("paid");

        assertThat(Accessibility.violations(page)).isEmpty();
        Pictures.keep(page, "events");
    }

    @Test
    void shouldShowWhatARequestDid(Page page) {
        service.open(page, "requests");
        var change = page.locator("#requests > li",
                new Page.LocatorOptions().setHasText("PATCH")).filter(new Locator.FilterOptions().setHasText("200"));
        change.locator("summary").click();
        assertThat(change.locator(".calls .call").first()).containsText("UpdateItem");

        assertThat(Accessibility.violations(page)).isEmpty();
        Pictures.keep(page, "requests");
    }

    @Test
    void shouldShowTheOperations(Page page) {
        service.open(page, "reference");
        var operation = page.locator("#operations-users-createUser");
        operation.locator(".opblock-summary-control").click();
        assertThat(operation.locator(".opblock-body")).isVisible();
        page.locator("#operations-tag-users").evaluate("tag => tag.scrollIntoView()");

        assertThat(page.locator(".opblock")).not().hasCount(0);
        Pictures.keep(page, "reference");
    }

    @Test
    void shouldShowTheFunctions(Page page) {
        service.open(page, "functions");
        assertThat(page.locator("#functions tr").first()).containsText("CreateUser");

        assertThat(Accessibility.violations(page)).isEmpty();
        Pictures.keep(page, "functions");
    }

    /** That of an earlier run of the features. */
    @Test
    void shouldShowTheLivingDocumentation(Page page) {
        assumeThat(DOCUMENTATION).as("The features have not run yet").exists();
        page.navigate(DOCUMENTATION.toUri().toString());
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).isVisible();

        Pictures.keep(page, "living-documentation");
        // It lies in a file, which counts as somebody else's here.
        complaints.forget();
    }
}
