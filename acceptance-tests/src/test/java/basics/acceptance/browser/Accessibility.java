package basics.acceptance.browser;

import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

/** What axe finds (dequeuniversity.com/rules/axe): what a screen reader, a keyboard or weak eyes can't use. */
public final class Accessibility {

    private Accessibility() {}

    /** The faults of a page as it stands, light and dark: the rule, its demand, and the place. */
    public static List<String> violations(Page page) {
        return List.of(ColorScheme.LIGHT, ColorScheme.DARK).stream().flatMap(scheme -> {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            return new AxeBuilder(page).analyze().getViolations().stream()
                    .flatMap(rule -> rule.getNodes().stream().map(node -> "%s, %s: %s: %s".formatted(scheme,
                            rule.getId(), rule.getHelp(), node.getHtml())));
        }).toList();
    }
}
