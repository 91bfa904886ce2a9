package basics.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;

/** Events over time, as somebody sees them who has recorded some. */
@InBrowser
class EventsPageIT extends ServedPages {

    private static final String DAY = "2026-11-22";

    @BeforeAll
    static void record() {
        service.record(List.of(
                "\"event\": \"signed in\", \"timestamp\": \"2026-11-22T08:00:00Z\", \"id\": \"s-1\"",
                "\"event\": \"clicked button\", \"timestamp\": \"2026-11-22T09:00:00Z\", \"id\": \"c-1\", \"page\": \"/help\"",
                "\"event\": \"clicked button\", \"timestamp\": \"2026-11-22T09:00:00Z\", \"id\": \"c-2\"",
                "\"event\": \"clicked button\", \"timestamp\": \"2026-11-22T18:30:00Z\", \"id\": \"c-3\"",
                "\"event\": \"clicked button\", \"timestamp\": \"2026-11-21T12:00:00Z\", \"id\": \"c-0\""));
    }

    @Test
    void shouldShowTheLatestDayWithoutBeingAsked(Page page) {
        service.open(page, "events");

        assertThat(page.locator("#outcome")).hasText("4 events on 2026-11-22, of 2 names.");
        assertThat(page.locator("#plot circle")).hasCount(4);
        assertThat(page.locator("#plot .lane")).hasText(new String[]{"signed in", "clicked button"});
        page.getByText("The same as a table").click();
        assertThat(page.locator("#rows tr")).hasCount(4);
        assertThat(page.locator("#rows tr").nth(1)).containsText("2026-11-22T09:00:00Z");
    }

    @Test
    void shouldShowANameWithinATime(Page page) {
        service.open(page, "events");
        page.getByLabel("a name").check();
        page.getByLabel("Event name").fill("clicked button");
        page.getByLabel("From (UTC)").fill("2026-11-21T00:00");
        page.getByLabel("To (UTC)").fill("2026-11-22T09:00");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show")).click();

        assertThat(page.locator("#outcome")).hasText("3 events named “clicked button”.");
        assertThat(page.locator("#asked")).hasText(
                "GET /events/clicked%20button?from=2026-11-21T00%3A00%3A00Z&to=2026-11-22T09%3A00%3A00Z");
        // It can be sent to somebody else.
        page.reload();
        assertThat(page.locator("#plot circle")).hasCount(3);
    }

    @Test
    void shouldCountANameByHour(Page page) {
        service.open(page, "events?event=clicked%20button");
        assertThat(page.locator("#outcome")).hasText("4 events named “clicked button”.");
        page.getByLabel("Refresh").selectOption("every 2 s");
        page.getByText("How often, by hour").click();

        assertThat(page.locator("#counts tr")).hasText(
                new String[]{"2026-11-21 12:00 1", "2026-11-22 09:00 2", "2026-11-22 18:00 1"});
        page.getByLabel("a day").check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show")).click();
        assertThat(page.locator("#counted")).isHidden();
    }

    @Test
    void shouldCountWhatCanNoLongerBeRead(Page page) {
        page.route(url -> url.startsWith(service.url() + "/events/clicked%20button?"),
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json").setBody("{\"items\": [], \"count\": 0}")));
        service.open(page, "events?event=clicked%20button&from=2026-11-22T09:00:00Z&to=2026-11-22T10:00:00Z");
        page.getByLabel("Refresh").selectOption("every 2 s");

        assertThat(page.locator("#outcome")).hasText("0 events named “clicked button”.");
        page.getByText("How often, by hour").click();
        assertThat(page.locator("#counts tr")).hasText(new String[]{"2026-11-22 09:00 2"});
    }

    @Test
    void shouldShowNoCountsOfAnotherNameAfterAFailure(Page page) {
        service.open(page, "events?event=clicked%20button");
        assertThat(page.locator("#counted")).isVisible();
        page.route(url -> url.startsWith(service.url() + "/events/signed%20in/counts"),
                route -> route.fulfill(new Route.FulfillOptions().setStatus(503)
                        .setContentType("application/json").setBody("{\"title\": \"Try again later.\"}")));
        page.getByLabel("Event name").fill("signed in");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show")).click();

        assertThat(page.locator("#outcome")).hasText("Try again later.");
        assertThat(page.locator("#counted")).isHidden();
        complaints.forget();
    }

    @Test
    void shouldRefreshWhenThatIsChosenBeforeThePageHasLoaded(Page page) {
        var asked = new AtomicInteger();
        page.onRequest(request -> {
            if (request.url().startsWith(service.url() + "/events?")) {
                asked.incrementAndGet();
            }
        });
        var tables = new ArrayList<Route>();
        page.route("**/_local/api/tables", tables::add);
        service.open(page, "events?date=" + DAY);
        page.waitForCondition(() -> !tables.isEmpty());
        page.getByLabel("Refresh").selectOption("every 2 s");
        tables.forEach(Route::resume);

        assertThat(page.locator("#outcome")).hasText("4 events on 2026-11-22, of 2 names.");
        page.waitForCondition(() -> asked.get() > 1);
    }

    @Test
    void shouldTellOfADotByPointerAndByKeyboard(Page page) {
        service.open(page, "events?date=" + DAY);
        page.locator("#plot circle[aria-label*='18:30']").hover();
        assertThat(page.locator("#shown-event")).containsText("c-3");

        page.getByLabel("Refresh").focus();
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(page.locator("#shown-event")).containsText("s-1");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#shown-event")).containsText("/help");
        page.keyboard().press("End");
        assertThat(page.locator("#shown-event")).containsText("c-3");
    }

    @Test
    void shouldFollowWhatIsRecorded(Page page) {
        service.open(page, "events?date=2026-11-20");
        assertThat(page.locator(".empty pre")).containsText("curl -X POST " + service.url() + "/events");
        page.getByLabel("Refresh").selectOption("every 2 s");

        service.record(List.of("\"event\": \"paid\", \"timestamp\": \"2026-11-20T12:00:00Z\", \"id\": \"p-1\""));

        assertThat(page.locator("#outcome")).hasText("1 event on 2026-11-20.");
        assertThat(page.locator("#plot circle")).hasCount(1);
    }

    @Test
    void shouldSayWhenThereIsMoreThanItShows(Page page) {
        var asked = new AtomicInteger();
        page.route(url -> url.startsWith(service.url() + "/events?date=2026-11-19"),
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json").setBody("""
                            {"items": [{"event": "paid", "timestamp": "2026-11-19T12:00:0%dZ", "id": "p"}], "count": 1,
                             "next_cursor": "more"}""".formatted(asked.getAndIncrement()))));

        service.open(page, "events?date=2026-11-19");

        assertThat(page.locator("#outcome")).hasText(
                "The first 5 events on 2026-11-19. There are more: narrow the time.");
        assertThat(asked).hasValue(5);
    }

    @Test
    void shouldTellWhatTheApiRefuses(Page page) {
        service.open(page, "events?date=" + DAY + "&from=2026-11-23T00:00:00Z&to=2026-11-22T00:00:00Z");

        assertThat(page.locator("#outcome")).containsText("from");
        complaints.forget();
    }

    @Test
    void shouldBeForEverybody(Page page) {
        service.open(page, "events?date=" + DAY);
        assertThat(page.locator("#plot circle")).hasCount(4);
        page.getByText("The same as a table").click();
        assertThat(Accessibility.violations(page)).isEmpty();

        service.open(page, "events?event=clicked%20button");
        page.getByText("How often, by hour").click();
        assertThat(Accessibility.violations(page)).isEmpty();

        page.setViewportSize(390, 800);
        assertThat(Accessibility.violations(page)).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    }
}
