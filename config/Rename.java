import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * Makes this project the start of another one, for {@code ./rename}. It changes the names in every file, and nothing
 * else.
 *
 * <p>A single file for Java 17, which Maven needs anyway. It runs the same on Linux, macOS and Windows.
 */
public final class Rename {
    private static final String USAGE = """
        Usage: ./rename PACKAGE TITLE
          PACKAGE  the Java package and Maven group id, such as com.example.orders
          TITLE    the name of the service, such as "Order Service"
        """;
    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final String SLUG = "dynamodb-basics";
    private static final Pattern TITLE = Pattern.compile("[A-Za-z][A-Za-z0-9]*( [A-Za-z0-9]+)*");
    private static final Pattern PACKAGE = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");
    /**
     * The longest start of a user pool's domain. The whole domain has 63 characters at most, and the names of
     * environment and account follow (Amazon Cognito Developer Guide, "Configuring a user pool domain").
     */
    private static final int LONGEST_SLUG = 40;
    /** Words that such a domain may not contain (same source). */
    private static final List<String> RESERVED = List.of("aws", "amazon", "cognito");
    /** Text between two marks, with the empty line before it, that another project can't use. */
    private static final Pattern BLOCK = Pattern
            .compile("(?s)\\n<!-- gone after ./rename -->.*?<!-- /gone after ./rename -->\\n");
    private static final Pattern LINE = Pattern.compile("(?m)^.*# gone after \\./rename\\n");
    /** Folders of packages, in sources and resources. */
    private static final Pattern FOLDER = Pattern.compile("((?:^|/)src/[^/]+/[^/]+/)basics/");
    /** The files of this tool. */
    private static final List<String> GONE = List.of("rename", "config/Rename.java", ".ci/renamed");

    private final String name;
    private final String title;
    private final String slug;
    private final String stack;
    /** Patterns of the present names, and their replacements. */
    private final Map<String, String> renamed = new LinkedHashMap<>();

    private Rename(String name, String title) {
        this.name = name;
        this.title = title;
        var words = List.of(title.split(" "));
        slug = String.join("-", words).toLowerCase(Locale.ROOT);
        stack = words.stream().map(Rename::capitalised).collect(Collectors.joining());
        // The longest comes first, since one may contain another. The article's title is not a name of the project.
        renamed.put("\\bio\\.github\\.dynamodb-basics\\b", name);
        renamed.put("DynamoDB Basics(?! for Your Next)", title);
        renamed.put("DynamoDbBasics", stack);
        renamed.put("DynamoDB-Basics", words.stream().map(Rename::capitalised).collect(Collectors.joining("-")));
        renamed.put(SLUG, slug);
        // A package is written with slashes in a path, and with escaped dots in a pattern.
        renamed.put("(?<=/)basics\\b(?!\\.)|\\bbasics(?=/)", name.replace('.', '/'));
        renamed.put("\\bbasics(?=\\\\\\\\\\.)", name.replace(".", "\\\\."));
        renamed.put("\\bbasics\\b", name);
    }

    public static void main(String... arguments) throws InterruptedException {
        try {
            if (arguments.length != 2) {
                throw new Refusal(USAGE);
            }
            var rename = new Rename(checkedPackage(arguments[0]), checkedTitle(arguments[1]));
            rename.checkProject();
            System.out.printf("""
                %s
                  package, group id                         %s
                  artifact id, audience, API, tag, domain   %s
                  stack                                     %s-<env>
                """, rename.title, rename.name, rename.slug, rename.stack);
            rename.run();
        } catch (Refusal refusal) {
            System.err.println(refusal.getMessage().stripTrailing());
            System.exit(1);
        } catch (IOException failure) {
            System.err.println("Stopped halfway: " + failure + "\n`git reset --hard && git clean -fd` undoes the changes.");
            System.exit(1);
        }
    }

    private static String checkedPackage(String name) {
        if (!PACKAGE.matcher(name).matches() || !SourceVersion.isName(name)) {
            throw new Refusal("'%s' is not a Java package in small letters, such as com.example.orders.".formatted(name));
        }
        if (name.equals("basics") || name.equals("java") || name.startsWith("java.")) {
            throw new Refusal("The package '%s' is taken: choose another.".formatted(name));
        }
        return name;
    }

    private static String checkedTitle(String title) {
        if (!TITLE.matcher(title).matches()) {
            throw new Refusal("'%s' is not a title: use words of the letters A to Z and digits, with single spaces, such as \"Order Service\"."
                    .formatted(title));
        }
        var slug = title.replace(' ', '-').toLowerCase(Locale.ROOT);
        if (slug.length() > LONGEST_SLUG) {
            throw new Refusal("'%s' is too long: use %d characters at most, since it becomes part of a user pool's domain."
                    .formatted(title, LONGEST_SLUG));
        }
        for (var word : RESERVED) {
            if (slug.contains(word)) {
                throw new Refusal("'%s' contains '%s', which Cognito refuses in a domain.".formatted(title, word));
            }
        }
        return title;
    }

    private void checkProject() throws IOException, InterruptedException {
        if (!Files.exists(ROOT.resolve("pom.xml"))
                || !Files.readString(ROOT.resolve("pom.xml")).contains("<artifactId>" + SLUG + "</artifactId>")) {
            throw new Refusal(ROOT + " is not DynamoDB Basics, or is renamed already.");
        }
        if (run("git", "rev-parse", "--is-inside-work-tree").isEmpty()) {
            throw new Refusal(ROOT + " is in no Git repository, so you could not undo the changes: "
                    + "`git init && git add -A && git commit -m Start` first.");
        }
        var open = run("git", "status", "--porcelain").orElse("");
        if (!open.isBlank()) {
            throw new Refusal("Some changes are not committed, and would mix with the new names:\n" + open
                    + "Commit or stash them first.");
        }
        for (var file : tracked()) {
            if (file.endsWith("pom.xml") && Files.readString(ROOT.resolve(file))
                    .contains("</parent>\n  <artifactId>" + slug + "</artifactId>")) {
                throw new Refusal("'%s' is the name of a module (%s): choose another title.".formatted(title, file));
            }
        }
    }

    private void run() throws IOException, InterruptedException {
        // Reads and converts all files before it writes any.
        var contents = new LinkedHashMap<String, byte[]>();
        for (var file : tracked()) {
            contents.put(file, content(file));
        }
        contents.put("CHANGELOG.md", changelog().getBytes(UTF_8));
        contents.keySet().removeAll(GONE);
        for (var file : GONE) {
            Files.deleteIfExists(ROOT.resolve(file));
        }
        for (var content : contents.entrySet()) {
            Files.write(move(content.getKey()), content.getValue());
        }
        removeBuilt();
        var formatted = format();
        run("git", "add", "--all", ".");
        var count = run("git", "diff", "--cached", "--name-only", "-M").orElse("").lines().count();
        System.out.printf("""

            Renamed: %d files are changed and staged, but not committed. `git reset --hard` undoes this.%s
            Next:
              mvn verify -Dgroups=smoke
              git commit -m "Start from DynamoDB Basics"
              Describe your service in README.md. Then follow docs/your-own-service.md
            """, count, formatted ? "" : "\nThe sources are not formatted, and the build refuses them: run `mvn impsort:sort formatter:format`.");
    }

    private static List<String> tracked() throws InterruptedException {
        return List.of(run("git", "ls-files", "-z").orElseThrow().split("\0"));
    }

    /** Moves a file to its new place, and returns that. */
    private Path move(String file) throws IOException {
        var from = ROOT.resolve(file);
        var to = ROOT.resolve(FOLDER.matcher(file).replaceFirst("$1" + name.replace('.', '/') + "/"));
        if (!to.equals(from)) {
            Files.createDirectories(to.getParent());
            Files.move(from, to);
            for (var folder = from.getParent(); isEmpty(folder); folder = folder.getParent()) {
                Files.delete(folder);
            }
        }
        return to;
    }

    private byte[] content(String file) throws IOException {
        var bytes = Files.readAllBytes(ROOT.resolve(file));
        String text;
        try {
            text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException binary) {
            return bytes;
        }
        text = BLOCK.matcher(LINE.matcher(text).replaceAll("")).replaceAll("");
        text = renamed(text);
        if (file.equals("README.md")) {
            text = text.replaceFirst("(?m)^(# .*\\n)", "$1\n" + Matcher.quoteReplacement(origin()));
        }
        return text.getBytes(UTF_8);
    }

    /** Replaces all names at once, since a new name may contain a former one. */
    private String renamed(String text) {
        var to = List.copyOf(renamed.values());
        var former = Pattern.compile(renamed.keySet().stream().collect(Collectors.joining(")|(", "(", ")")));
        return former.matcher(text).replaceAll(found -> {
            var group = 1;
            while (found.group(group) == null) {
                group++;
            }
            return Matcher.quoteReplacement(to.get(group - 1));
        });
    }

    private String origin() {
        return """
            A serverless HTTP API over DynamoDB in Java 25. It began as DynamoDB Basics, and serves what that serves until you
            change it: users by email, and events in the order of time. [Your own service](docs/your-own-service.md) leads from
            there to yours. Its behaviour is written down as [features](acceptance-tests/src/test/resources/features) that a
            product owner reads, and that run.
            """;
    }

    private static String changelog() throws InterruptedException {
        return """
            # Changelog

            The format is that of [Keep a Changelog](https://keepachangelog.com/en/1.1.0/); versions follow
            [Semantic Versioning](https://semver.org/spec/v2.0.0.html).

            ## [Unreleased]

            * Started from DynamoDB Basics, commit %s.
            """.formatted(run("git", "rev-parse", "--short", "HEAD").orElse("unknown").strip());
    }

    /** Removes the build's output. Otherwise a build would use the classes of the former package. */
    private static void removeBuilt() throws IOException, InterruptedException {
        for (var file : tracked()) {
            if (file.endsWith("pom.xml")) {
                var target = ROOT.resolve(file).resolveSibling("target");
                if (Files.isDirectory(target)) {
                    try (var entries = Files.walk(target)) {
                        for (var entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                            Files.delete(entry);
                        }
                    }
                }
            }
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    /** Formats the sources, since another package sorts differently among imports and breaks lines elsewhere. */
    private static boolean format() throws InterruptedException {
        System.out.println("Formatting the sources …");
        var command = new ArrayList<>(List.of("mvn", "--quiet", "--batch-mode", "impsort:sort", "formatter:format", "-Dformatter.skip=false"));
        if (Files.exists(ROOT.resolve("extras"))) {
            command.add("-Pload,benchmark,custom-runtime");
        }
        if (System.getProperty("os.name").startsWith("Windows")) {
            command.set(0, "mvn.cmd");
        }
        try {
            return new ProcessBuilder(command).directory(ROOT.toFile()).inheritIO().start().waitFor() == 0;
        } catch (IOException notFound) {
            return false;
        }
    }

    /** The output of a command; empty if it fails or doesn't exist. */
    private static Optional<String> run(String... command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(command).directory(ROOT.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            var output = new String(process.getInputStream().readAllBytes(), UTF_8);
            return process.waitFor() == 0 ? Optional.of(output) : Optional.empty();
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    private static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** The reason why nothing was changed. */
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refusal(String message) {
            super(message);
        }
    }
}
