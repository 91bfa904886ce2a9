package basics.embedded.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What all pages have around their content. */
final class Layout {
    /** The page that one arrives at. */
    static final String FIRST = "reference";

    private static final String FILES = "/basics/embedded/pages/";
    private static final Map<String, String> TITLES = titles();

    private final String service;

    Layout(String service) {
        this.service = service;
    }

    /** The whole of a page; empty when there is none of that name. */
    Optional<String> page(String name) {
        var title = TITLES.get(name);
        return title == null ? Optional.empty() : file(name).map(content -> within(name, title, content));
    }

    private String within(String name, String title, String content) {
        return file("layout").orElseThrow().replace("${title}", title).replace("${service}", escaped(service))
                .replace("${page}", name).replace("${navigation}", navigation(name)).replace("${content}", content);
    }

    private static String navigation(String current) {
        return TITLES.entrySet().stream().filter(page -> file(page.getKey()).isPresent())
                .map(page -> "<li><a href=\"%s\"%s>%s</a></li>".formatted(page.getKey(),
                        page.getKey().equals(current) ? " aria-current=\"page\"" : "", page.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static Optional<String> file(String name) {
        return StaticFiles.read(FILES + name + ".html").map(bytes -> new String(bytes, UTF_8));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static Map<String, String> titles() {
        var titles = new LinkedHashMap<String, String>();
        titles.put(FIRST, "Reference");
        titles.put("requests", "Requests");
        titles.put("tables", "Tables");
        titles.put("events", "Events");
        titles.put("functions", "Functions");
        return titles;
    }
}
