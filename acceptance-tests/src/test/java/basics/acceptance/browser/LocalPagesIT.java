package basics.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;

import basics.embedded.Embedded;
import basics.embedded.Settings;
import basics.embedded.reload.Sources;

/** The local service's pages as a person uses them. */
@InBrowser
class LocalPagesIT {

    private static final Path ASSEMBLY = Path.of("..", "infra", "target", "cdk.out");
    private static final Path CONTRACT = Path.of("..", "openapi.yaml");
    /** A cold start on a machine that has much else to do. */
    private static final double PATIENCE_MILLIS = 30_000;

    private static Embedded embedded;
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final Queue<String> elsewhere = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void start() {
        embedded = Embedded.start(Settings.of(ASSEMBLY).withConsole(_ -> {}).withPages()
                .withSources(new Sources(List.of(), List.of(CONTRACT), List.of())));
    }

    @AfterAll
    static void stop() {
        embedded.close();
    }

    @BeforeEach
    void listen(Page page) {
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            // What the API answers on purpose is an error of the network there.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(embedded.apiUrl().toString()) && !request.url().startsWith("data:")) {
                elsewhere.add(request.url());
            }
        });
    }

    /** Nothing broke, no policy was violated, and nobody else was asked for anything. */
    @AfterEach
    void hear() {
        assertThat(complaints).isEmpty();
        assertThat(elsewhere).isEmpty();
    }

    @Test
    void shouldCreateAUserByTryingItAndShowWhatThatDid(Page page) {
        // Given
        page.navigate(embedded.apiUrl() + "/");
        assertThat(page).hasURL(embedded.apiUrl() + "/_local/");
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
        assertThat(request.locator(".call")).containsText("PutItem");
        assertThat(request.locator(".call")).containsText("email: \"ada@example.com\"");
        assertThat(request.locator(".call .facts")).containsText("1 unit of UsersTable");
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

    @Test
    void shouldGiveATokenOfTheChosenScopesOnly(Page page) {
        page.navigate(embedded.apiUrl() + "/_local/reference");
        page.getByLabel("users:write").uncheck();
        button(page, "Get a token").click();

        assertThat(page.locator("#signed-in")).hasText("Signed in for 60 minutes: users:read events:read events:write");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reference", "requests", "functions"})
    void shouldBeForEverybody(String name, Page page) {
        page.navigate(embedded.apiUrl() + "/_local/" + name);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).isVisible();
        page.waitForLoadState();

        assertThat(Accessibility.violations(page)).isEmpty();
    }

    @Test
    void shouldBeUsableWithoutAMouse(Page page) {
        page.navigate(embedded.apiUrl() + "/_local/requests");

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

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
    }
}
