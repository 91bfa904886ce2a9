package basics.acceptance.browser;

import java.nio.file.Path;
import java.util.Locale;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

/** Pictures of pages, for those who look at them and for the README. */
public final class Pictures {

    private static final Path FOLDER = Path.of("target", "pictures");
    private static final int HEIGHT = 900;

    private Pictures() {}

    /**
     * Takes them, light and dark: {@code target/pictures/NAME-WIDTH-light.png}.
     *
     * @param widths
     *            of the window, in pixels
     */
    public static void take(Page page, String name, int... widths) {
        for (var width : widths) {
            page.setViewportSize(width, HEIGHT);
            for (var scheme : new ColorScheme[]{ColorScheme.DARK, ColorScheme.LIGHT}) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER
                        .resolve("%s-%d-%s.png".formatted(name, width, scheme.name().toLowerCase(Locale.ROOT)))));
            }
        }
    }
}
