package basics.acceptance.browser;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.junit.Options;
import com.microsoft.playwright.junit.OptionsFactory;

import basics.acceptance.options.Browsers;

/** The browser of this machine, without a window, which asks nobody else for anything. */
public final class InstalledBrowser implements OptionsFactory {

    private static final List<String> QUIET = List.of("--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");

    /** A cold start on a machine that has much else to do. */
    private static final double PATIENCE_MILLIS = 30_000;

    /** Playwright 1.55 ends what it has begun as JUnit 5 wanted it, of which JUnit 6 warns. */
    private static final Logger WARNINGS = Logger
            .getLogger("org.junit.jupiter.engine.descriptor.AbstractExtensionContext");

    static Optional<Path> find() {
        return Browsers.find(Optional.ofNullable(System.getProperty(Browsers.OPTION)), System.getenv());
    }

    @Override
    public Options getOptions() {
        WARNINGS.setLevel(Level.SEVERE);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        return new Options().setHeadless(true).setLaunchOptions(launch())
                .setPlaywrightCreateOptions(new Playwright.CreateOptions()
                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    /** Without Chromium's sandbox, which root and many containers can't have: it only ever sees our own pages. */
    private static BrowserType.LaunchOptions launch() {
        return new BrowserType.LaunchOptions().setExecutablePath(find().orElseThrow()).setChromiumSandbox(false)
                .setArgs(QUIET);
    }
}
