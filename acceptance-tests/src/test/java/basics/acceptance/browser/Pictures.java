package basics.acceptance.browser;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;

/** Pictures of pages, for those who look at them and for the README. */
public final class Pictures {

    private static final Path FOLDER = Path.of("target", "pictures");
    private static final int HEIGHT = 900;

    /** A folder, from the project's own. */
    private static final String OPTION = "pictures";
    private static final int WIDTH = 1280;

    /** Until colours that change gradually have changed. */
    private static final String AT_REST = """
        async () => {
          document.activeElement?.blur();
          await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
          await Promise.all(document.getAnimations().map(animation => animation.finished.catch(() => {})));
        }""";

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
                shoot(page, scheme, FOLDER
                        .resolve("%s-%d-%s.png".formatted(name, width, scheme.name().toLowerCase(Locale.ROOT))));
            }
        }
    }

    /** Takes one for readers, light and dark: {@code NAME-light.png}, in the folder that {@code -Dpictures} names if it does. */
    public static void keep(Page page, String name) {
        var folder = Optional.ofNullable(System.getProperty(OPTION)).map(given -> Path.of("..").resolve(given))
                .orElse(FOLDER);
        page.setViewportSize(WIDTH, HEIGHT);
        for (var scheme : new ColorScheme[]{ColorScheme.DARK, ColorScheme.LIGHT}) {
            shoot(page, scheme, folder.resolve("%s-%s.png".formatted(name, scheme.name().toLowerCase(Locale.ROOT))));
        }
    }

    private static void shoot(Page page, ColorScheme scheme, Path file) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.evaluate(AT_REST);
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setAnimations(ScreenshotAnimations.DISABLED));
    }
}
