package basics.acceptance.browser;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import com.microsoft.playwright.junit.UsePlaywright;

/**
 * Tests of pages in a browser. Their methods take a {@link com.microsoft.playwright.Page}, new for each. Without
 * {@code -Dbrowser} they are skipped, and the end of the build says so.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(AskedFor.class)
@UsePlaywright(InstalledBrowser.class)
public @interface InBrowser {
}
