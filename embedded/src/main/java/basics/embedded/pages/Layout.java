package basics.embedded.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What all pages have around their content. */
final class Layout {
    /** The page that one arrives at. */
    static final String FIRST = "reference";

    private static final String ENDING = ".html";

    private final String service;
    private final List<Path> folders;
    private final Function<String, Optional<byte[]>> files;

    /**
     * A layout for one service.
     *
     * @param folders
     *            whose pages are named too
     * @param files
     *            reads the file of a name
     */
    Layout(String service, List<Path> folders, Function<String, Optional<byte[]>> files) {
        this.service = service;
        this.folders = folders;
        this.files = files;
    }

    /** The whole page; empty if no page has that name. */
    Optional<String> page(String name) {
        var title = titles().get(name);
        return title == null ? Optional.empty() : file(name).map(content -> within(name, title, content));
    }

    private String within(String name, String title, String content) {
        return file("layout").orElseThrow().replace("${title}", title).replace("${service}", escaped(service))
                .replace("${page}", name).replace("${navigation}", navigation(name)).replace("${content}", content);
    }

    private String navigation(String current) {
        return titles().entrySet().stream().filter(page -> file(page.getKey()).isPresent())
                .map(page -> "<li><a href=\"%s\"%s>%s</a></li>".formatted(page.getKey(),
                        page.getKey().equals(current) ? " aria-current=\"page\"" : "", page.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private Optional<String> file(String name) {
        return files.apply(name + ENDING).map(bytes -> new String(bytes, UTF_8));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private Map<String, String> titles() {
        var titles = new LinkedHashMap<String, String>();
        for (var page : List.of(FIRST, "requests", "tables", "functions")) {
            titles.put(page, title(page));
        }
        folders.stream().filter(Files::isDirectory).flatMap(folder -> pages(folder).stream())
                .forEach(page -> titles.putIfAbsent(page, title(page)));
        return titles;
    }

    private static List<String> pages(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length())).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String title(String page) {
        return page.substring(0, 1).toUpperCase(Locale.ROOT) + page.substring(1);
    }
}
