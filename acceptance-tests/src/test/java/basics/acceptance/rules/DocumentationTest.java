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
    private static final Path FEATURES = Path.of("src/test/resources/features");
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git", "cdk.out");
    /** A page that something else than a page names, from the project's root. */
    private static final Pattern MENTION = Pattern
            .compile("\\b((?:docs/[\\w/-]+|README|CONTRIBUTING|SECURITY)\\.md(?:#[\\w-]+)?)");
    private static final Set<String> MENTIONING = Set.of("java", "json", "xml", "yaml", "yml");
    /** What reads the app, which refuses to start without an environment. */
    private static final Pattern CDK = Pattern.compile("npx cdk [a-z]+.*");
    private static final Pattern FEATURE = Pattern.compile("-Dfeature=([a-z_/]+)");
    private static final Pattern SCENARIO = Pattern.compile("-Dscenario=\"([^\"]+)\"");
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9]*(?:Test|IT))`");

    @Test
    void shouldLinkOnlyToFilesAndHeadingsThatAreThere() {
        assertThat(links().broken()).isEmpty();
    }

    @Test
    void shouldNameOnlyPagesAndHeadingsThatAreThere() {
        var links = links();
        var mentions = files().filter(file -> MENTIONING.contains(extension(file)))
                .flatMap(file -> found(MENTION, file).map(mention -> mention.group(1))).distinct().toList();

        assertThat(mentions).isNotEmpty();
        assertThat(mentions).flatMap(mention -> links.faultOf(ROOT.resolve("."), mention).stream().toList()).isEmpty();
    }

    @Test
    void shouldNameOnlyTestsThatAreThere() {
        var tests = files().map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".java"))
                .map(name -> name.replace(".java", "")).collect(Collectors.toSet());

        var named = pages().flatMap(page -> found(TEST, page)).map(test -> test.group(1)).toList();

        assertThat(named).isNotEmpty().isSubsetOf(tests);
    }

    @Test
    void shouldRunOnlyFeaturesAndScenariosThatAreThere() {
        var features = files(FEATURES).stream().filter(file -> extension(file).equals("feature")).toList();
        var named = pages().flatMap(page -> found(FEATURE, page)).map(feature -> feature.group(1)).toList();
        var run = pages().flatMap(page -> found(SCENARIO, page)).map(scenario -> scenario.group(1)).toList();

        assertThat(named).isNotEmpty()
                .allMatch(name -> features.stream().anyMatch(file -> file.endsWith(name + ".feature")));
        assertThat(run).isNotEmpty()
                .allMatch(name -> features.stream().anyMatch(file -> read(file).contains(": " + name + "\n")));
    }

    @Test
    void shouldNameAnEnvironmentInEachCommandOfTheCdk() {
        var commands = pages().flatMap(page -> found(CDK, page)).map(MatchResult::group).toList();

        assertThat(commands).isNotEmpty().allMatch(command -> command.contains(" -c env="));
    }

    private static Links links() {
        return new Links(pages().map(file -> Page.of(file, read(file))).toList());
    }

    private static Stream<MatchResult> found(Pattern pattern, Path file) {
        return pattern.matcher(read(file)).results();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String extension(Path file) {
        var name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
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
