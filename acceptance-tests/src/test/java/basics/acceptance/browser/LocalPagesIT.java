package basics.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;

/** The local service's pages as a person uses them. */
@InBrowser
class LocalPagesIT extends ServedPages {

    /** A cold start on a machine that has much else to do. */
    private static final double PATIENCE_MILLIS = 30_000;

    @Test
    void shouldCreateAUserByTryingItAndShowWhatThatDid(Page page) {
        // Given
        page.navigate(service.url() + "/");
        assertThat(page).hasURL(service.url() + "/_local/");
        button(page, "Get a token").click();
        assertThat(page.getByText(Pattern.compile("Signed in for 60 minutes: .*users:write"))).isVisible();

        // When
        var operation = page.locator("#operations-users-createUser");
        operation.locator(".opblock-summary-control").click();
        operation.getByRole(AriaRole.BUTTON, named("Try it out")).click();
        operation.locator("textarea.body-param__text").fill("{\"email\": \"ada@example.com\", \"city\": \"London\"}");
        operation.getByRole(AriaRole.BUTTON, named("Execute")).click();

        // Then
        assertThat(operation.locator(".live-responses-table tbody .response-col_status").first())
                .containsText("201", patiently());
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Requests")).click();
        var request = page.locator("#requests > li").first();
        assertThat(request.locator("summary")).containsText("createUser");
        request.locator("summary").click();
        assertThat(request.locator("li.call")).containsText("PutItem");
        assertThat(request.locator("li.call")).containsText("email: \"ada@example.com\"");
        assertThat(request.locator("li.call .facts")).containsText("1 unit of UsersTable");
        assertThat(request.locator(".functions")).containsText("CreateUser cold");
        assertThat(page.content()).doesNotContain("eyJ");
        Pictures.take(page, "requests", 1280, 390);

        // And
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Functions")).click();
        var function = page.locator("#functions tr", new Page.LocatorOptions().setHasText("CreateUser"));
        assertThat(function.locator("td").nth(3)).hasText("1");
        assertThat(function).containsText("warm since");
        Pictures.take(page, "functions", 1280, 390);
    }

    /** With the contract's own examples, which name users that may not be there. */
    @Test
    void shouldLetEveryOperationBeTried(Page page) {
        service.open(page, "reference");
        button(page, "Get a token").click();
        assertThat(page.getByText("Signed in for 60 minutes")).isVisible();

        var operations = page.locator(".opblock").all();
        for (var operation : operations) {
            operation.locator(".opblock-summary-control").click();
            operation.getByRole(AriaRole.BUTTON, named("Try it out")).click();
            operation.getByRole(AriaRole.BUTTON, named("Execute")).click();
            assertThat(operation.locator(".live-responses-table tbody .response-col_status").first())
                    .hasText(Pattern.compile("20[014]|404"), new HasTextOptions().setTimeout(PATIENCE_MILLIS));
            // The more are open, the longer the page takes.
            operation.locator(".opblock-summary-control").click();
        }

        assertThat(operations).isNotEmpty();
        // A browser calls it an error that nobody has the example's name.
        assertThat(complaints.all()).allMatch(complaint -> complaint.startsWith("Failed to load resource"));
        complaints.forget();
    }

    @Test
    void shouldGiveATokenOfTheChosenScopesOnly(Page page) {
        service.open(page, "reference");
        page.getByLabel("users:write").uncheck();
        button(page, "Get a token").click();

        assertThat(page.locator("#signed-in")).hasText("Signed in for 60 minutes: users:read events:read events:write");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reference", "requests", "functions"})
    void shouldBeForEverybody(String name, Page page) {
        service.open(page, name);
        assertThat(page.locator("main h1").first()).isVisible();
        page.waitForLoadState(LoadState.NETWORKIDLE);

        assertThat(Accessibility.violations(page)).isEmpty();
    }

    @Test
    void shouldBeUsableWithoutAMouse(Page page) {
        service.open(page, "requests");

        page.keyboard().press("Tab");
        assertThat(page.getByText("Skip to content")).isFocused();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");

        assertThat(button(page, "Pause")).isFocused();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private static ContainsTextOptions patiently() {
        return new ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
    }
}
