package basics.acceptance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What the documentation points at is there. */
class DocumentationTest {

    private static final Path ROOT = Path.of("..");
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git", "cdk.out");
    /** An inline link, or a reference's definition; without what follows a number sign. */
    private static final Pattern LINK = Pattern
            .compile("\\]\\((?!https?:|#)([^)#\\s]+)[^)]*\\)|(?m)^\\[[^]]+]: (?!https?:)(\\S+)");
    /** What reads the app, which refuses to start without an environment. */
    private static final Pattern CDK = Pattern.compile("npx cdk [a-z]+.*");
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9]*(?:Test|IT))`");

    @Test
    void shouldLinkOnlyToFilesThatAreThere() {
        var dead = pages().flatMap(page -> found(LINK, page)
                .map(link -> link.group(1) == null ? link.group(2) : link.group(1))
                .filter(link -> !Files.exists(page.resolveSibling(link))).map(link -> page + " -> " + link)).toList();

        assertThat(dead).isEmpty();
    }

    @Test
    void shouldNameOnlyTestsThatAreThere() {
        var tests = files().map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".java"))
                .map(name -> name.replace(".java", "")).collect(Collectors.toSet());

        var named = pages().flatMap(page -> found(TEST, page)).map(test -> test.group(1)).toList();

        assertThat(named).isNotEmpty().isSubsetOf(tests);
    }

    @Test
    void shouldNameAnEnvironmentInEachCommandOfTheCdk() {
        var commands = pages().flatMap(page -> found(CDK, page)).map(MatchResult::group).toList();

        assertThat(commands).isNotEmpty().allMatch(command -> command.contains(" -c env="));
    }

    private static Stream<MatchResult> found(Pattern pattern, Path page) {
        try {
            return pattern.matcher(Files.readString(page)).results();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> pages() {
        return files().filter(file -> file.getFileName().toString().endsWith(".md"));
    }

    private static Stream<Path> files() {
        return files(ROOT).stream();
    }

    private static List<Path> files(Path directory) {
        try (var entries = Files.list(directory)) {
            return entries.filter(entry -> !isGenerated(entry)).flatMap(
                    entry -> Files.isDirectory(entry) ? files(entry).stream() : Stream.of(entry)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By where it is: a package of Java may be called target as well. */
    private static boolean isGenerated(Path entry) {
        return NOT_OURS.contains(entry.getFileName().toString())
                && !entry.toString().contains("/java/") && Files.isDirectory(entry);
    }
}
