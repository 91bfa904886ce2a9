package basics.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** What lies in the tables, and what a Query and a Scan read of it, as somebody sees it who learns about DynamoDB. */
@InBrowser
class TablesPageIT extends ServedPages {

    private static final int CLICKS = 30;
    private static final int VISITS = 20;
    /** The first event also entered the number of shards. */
    private static final int RECORD_OF_SHARDS = 1;

    /** Some 480 bytes each, so that 10 events are 1 read unit and all of them 3. */
    @BeforeAll
    static void record() {
        service.record(events("clicked button", "c", CLICKS));
        service.record(events("opened page", "v", VISITS));
    }

    @Test
    void shouldShowItemsByPartitionWithTheirStoredKeys(Page page) {
        service.open(page, "tables");

        assertThat(fact(page, "Partition key")).hasText("event (S)");
        assertThat(fact(page, "Sort key")).hasText("timestamp (S)");
        assertThat(fact(page, "Time to live")).hasText("expires_at");
        assertThat(fact(page, "Items")).hasText(Integer.toString(CLICKS + VISITS + RECORD_OF_SHARDS));
        assertThat(partition(page, "clicked button")).containsText(CLICKS + " items");
        partition(page, "opened page").locator("summary").click();
        assertThat(partition(page, "opened page").locator("th[scope=row]").first())
                .containsText("2026-11-22T10:01:00.000000000Z#v-1");
    }

    @Test
    void shouldShowAnIndexLikewise(Page page) {
        service.open(page, "tables");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("by-date")).click();

        assertThat(fact(page, "Partition key")).hasText("date (S)");
        assertThat(partition(page, "2026-11-22")).containsText((CLICKS + VISITS) + " items");
    }

    @Test
    void shouldMarkWhatAQueryReadsAndTellWhatDynamoDbCounted(Page page) {
        // Given
        service.open(page, "tables");
        assertThat(page.locator("#comparison")).isVisible();

        // When
        page.getByLabel("Partition key").fill("clicked button");
        page.getByLabel("Sort key").selectOption("between");
        page.getByLabel("Value").fill("2026-11-22T10:03");
        page.locator("#to").fill("2026-11-22T10:13");
        var answer = page.waitForResponse("**/api/comparison?**", () -> ask(page).click()).text();

        // Then
        assertThat(answer).contains("\"calls\":[{\"count\":10,\"scannedCount\":10,\"units\":1.0}]",
                "\"calls\":[{\"count\":10,\"scannedCount\":51,\"units\":3.0}]");
        assertThat(page.locator("#outcome")).hasText(
                "The Query read 10 items for 1 read unit. The Scan read 51 items for 3 read units: 3 times as much.");
        assertThat(figures(page, ".query")).isEqualTo(List.of("1", "10", "10", "1"));
        assertThat(figures(page, ".scan")).isEqualTo(List.of("3", "51", "10", "1"));
        assertThat(page.locator(".query .map .answer")).hasCount(10);
        assertThat(page.locator(".query .map .read")).hasCount(0);
        assertThat(page.locator(".scan .map .answer")).hasCount(10);
        assertThat(page.locator(".scan .map .read")).hasCount(41);
        assertThat(page.locator("tr.read")).hasCount(10);
        assertThat(page.locator("tr.read").first()).containsText("10:03:00.000000000Z#c-3 (read by the Query)");
        assertThat(page.locator(".query .request")).containsText(
                "\"KeyConditionExpression\": \"#event = :event AND #timestamp BETWEEN :from AND :to\"");
        assertThat(page.locator(".scan .request")).containsText("\"FilterExpression\"");
    }

    @Test
    void shouldGoOnToTheNextPageOfAQuery(Page page) {
        service.open(page, "tables");
        page.getByLabel("Sort key").selectOption("");
        page.getByLabel("Limit").fill("20");
        ask(page).click();
        assertThat(page.locator(".query .map .answer")).hasCount(20);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Next page")).click();

        assertThat(page.locator("tr.read").first()).containsText("#c-21");
        assertThat(page.locator(".query .map .answer")).hasCount(CLICKS - 20);
    }

    @Test
    void shouldTellWhatDynamoDbRefuses(Page page) {
        service.open(page, "tables");
        page.getByLabel("Sort key").selectOption("between");
        page.getByLabel("Value").fill("b");
        page.locator("#to").fill("a");
        ask(page).click();

        assertThat(page.locator("#outcome")).containsText("ValidationException");
        assertThat(page.locator("#comparison")).isHidden();
        complaints.forget();
    }

    @Test
    void shouldSayWhatToDoWhereNothingIsStored(Page page) {
        service.open(page, "tables");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("UsersTable")).click();

        assertThat(page.getByText("UsersTable is empty.")).isVisible();
        assertThat(page.locator(".empty pre")).containsText("curl -X POST " + service.url() + "/users");
    }

    @Test
    void shouldBeAskedByKeyboard(Page page) {
        service.open(page, "tables");
        assertThat(page.locator("#comparison")).isVisible();

        page.getByLabel("Partition key").focus();
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().type("opened page");
        page.keyboard().press("Tab");
        assertThat(page.getByLabel("Sort key")).isFocused();
        page.getByLabel("Sort key").selectOption("");
        page.getByLabel("Partition key").press("Enter");

        assertThat(page.locator(".query .map .answer")).hasCount(VISITS);
        partition(page, "clicked button").locator("summary").focus();
        assertThat(partition(page, "clicked button")).hasAttribute("open", "");
        page.keyboard().press("Enter");
        assertThat(partition(page, "clicked button")).not().hasAttribute("open", "");
    }

    @Test
    void shouldBeForEverybody(Page page) {
        service.open(page, "tables");
        assertThat(page.locator("tr.read").first()).isVisible();
        assertThat(Accessibility.violations(page)).isEmpty();

        page.setViewportSize(390, 800);
        assertThat(Accessibility.violations(page)).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    }

    private static List<String> events(String name, String id, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(no -> """
            "event": "%s", "timestamp": "2026-11-22T10:%02d:00Z", "id": "%s-%d", "text": "%s"
            """.formatted(name, no, id, no, "x".repeat(400))).toList();
    }

    private static Locator fact(Page page, String name) {
        return page.locator("#facts div", new Page.LocatorOptions().setHas(page.getByText(name,
                new Page.GetByTextOptions().setExact(true)))).locator("dd");
    }

    private static Locator partition(Page page, String value) {
        return page.locator("#partitions details", new Page.LocatorOptions().setHas(
                page.locator("summary .key").getByText(value, new Locator.GetByTextOptions().setExact(true))));
    }

    private static Locator ask(Page page) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ask"));
    }

    private static List<String> figures(Page page, String of) {
        return page.locator(of + " .figures dd").allTextContents();
    }
}
