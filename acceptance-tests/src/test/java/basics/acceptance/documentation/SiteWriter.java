package basics.acceptance.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import basics.acceptance.api.Conformance;
import basics.acceptance.api.Operation;
import basics.acceptance.glossary.Glossary;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;

/**
 * Writes the site: a page for everybody, one for developers, and the history, which goes on from what is there. Each page
 * has all that it needs in itself, so that it can be opened from a file and sent.
 */
final class SiteWriter {

    static final String FIRST_PAGE = "index.html";
    static final String HISTORY = "history.ndjson";

    private static final Path RESOURCES = Path.of("src", "test", "resources");

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(null, ContentType.Html,
            SiteWriter.class.getClassLoader(), SiteWriter.class.getPackageName());
    private final Path module;

    /**
     * @param module
     *            the folder of the acceptance tests
     */
    SiteWriter(Path module) {
        this.module = module;
    }

    /** Writes all that runs have shown, and gives the first page. */
    Path write(List<TargetRun> runs, Path folder) {
        try {
            Files.createDirectories(folder);
            var site = site(runs, History.read(folder.resolve(HISTORY)));
            page("index", site, folder.resolve(FIRST_PAGE));
            page("contract", site, folder.resolve(Shown.CONTRACT_PAGE));
            site.history().write(folder.resolve(HISTORY));
            return folder.resolve(FIRST_PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Site site(List<TargetRun> runs, History history) {
        var resources = module.resolve(RESOURCES);
        var glossary = Glossary.read(resources.resolve("features/glossary.yaml"));
        var book = Book.of(glossary, runs);
        var examples = Shown.all(book);
        return new Site(Conformance.title(), glossary, targets(module), runs, book,
                Promises.of(Operation.all(), Conformance.notShown(), examples), examples,
                history.with(runs.stream().map(RunLine::of).toList()));
    }

    /** What there is to say of each target. */
    static List<TargetText> targets(Path module) {
        return TargetText.read(module.resolve(RESOURCES).resolve("documentation/targets.yaml"));
    }

    private void page(String template, Site site, Path file) throws IOException {
        TemplateOutput output = new StringOutput();
        templates.render(template + ".jte", Map.of("site", site, "style", resource("site.css"), "script",
                resource("site.js")), output);
        Files.writeString(file, output.toString());
    }

    private static String resource(String name) throws IOException {
        try (var resource = SiteWriter.class.getResourceAsStream("/documentation/" + name)) {
            return new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
