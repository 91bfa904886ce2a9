package basics.acceptance.rules;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Follows links inside the project: to a file, and to a heading of a page. */
final class Links {

    private final Map<Path, Page> pages;

    Links(Collection<Page> pages) {
        this.pages = pages.stream().collect(Collectors.toMap(page -> page.file().normalize(), Function.identity()));
    }

    /** Each link that leads nowhere, with the page that has it. */
    List<String> broken() {
        return pages.values().stream().flatMap(page -> page.links().stream().filter(link -> isInside(link))
                .flatMap(link -> faultOf(page.file(), link).stream())).sorted().toList();
    }

    /**
     * What is wrong with a link; nothing if it leads somewhere.
     *
     * @param from the file that has it
     */
    Optional<String> faultOf(Path from, String link) {
        var parts = link.split("#", 2);
        var target = (parts[0].isEmpty() ? from : from.resolveSibling(parts[0])).normalize();
        var page = Optional.ofNullable(pages.get(target));
        if (page.isEmpty() && !Files.exists(target)) {
            return Optional.of("%s -> %s: no such file".formatted(from, link));
        }
        var anchor = Stream.of(parts).skip(1).findFirst();
        return anchor.filter(name -> page.map(found -> !found.anchors().contains(name)).orElse(true))
                .map(_ -> "%s -> %s: no such heading".formatted(from, link));
    }

    private static boolean isInside(String link) {
        return !link.matches("[a-z]+:.*");
    }
}
