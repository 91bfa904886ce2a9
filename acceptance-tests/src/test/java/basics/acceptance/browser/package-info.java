/** What tries pages in a browser: {@link basics.acceptance.browser.InBrowser} on a test class, and a page as a parameter. */
@NullMarked
package basics.acceptance.browser;

import org.jspecify.annotations.NullMarked;
