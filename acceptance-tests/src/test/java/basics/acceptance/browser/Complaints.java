package basics.acceptance.browser;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.microsoft.playwright.Page;

/** What is wrong with a page behind its looks: errors, what its policy (CSP) has stopped, and requests to somebody else. */
final class Complaints {

    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    private Complaints() {}

    /**
     * Listens from now on.
     *
     * @param url
     *            the only address that may be asked
     */
    static Complaints about(Page page, String url) {
        var complaints = new Complaints();
        page.onPageError(complaints.heard::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.heard.add(message.text());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(url) && !request.url().startsWith("data:")) {
                complaints.heard.add("It asks " + request.url());
            }
        });
        return complaints;
    }

    List<String> all() {
        return List.copyOf(heard);
    }

    /** After something that a test has made to fail. */
    void forget() {
        heard.clear();
    }
}
