package basics.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;

/** The browser is one that can be driven, and a page's faults are found in it. */
@InBrowser
class BrowserIT {

    @Test
    void shouldFindFaults(Page page) {
        page.setContent("<!doctype html><html><title>x</title><main><h1>x</h1><img src='data:,'></main></html>");

        assertThat(Accessibility.violations(page)).anyMatch(fault -> fault.startsWith("LIGHT, image-alt"))
                .anyMatch(fault -> fault.startsWith("DARK, html-has-lang"));
    }
}
