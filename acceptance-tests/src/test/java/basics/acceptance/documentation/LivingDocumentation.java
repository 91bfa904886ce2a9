package basics.acceptance.documentation;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

import basics.acceptance.api.Run;
import basics.acceptance.options.TargetOptions;
import io.cucumber.messages.MessageToNdjsonWriter;
import io.cucumber.messages.ndjson.Serializer;
import io.cucumber.messages.types.Ci;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Git;
import io.cucumber.messages.types.Meta;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;

/**
 * A plugin of Cucumber's: writes the messages of a run as Cucumber's own one does, with the commit in them also where no
 * CI names it, and at the end the site.
 */
public final class LivingDocumentation implements ConcurrentEventListener {

    private static final Path MODULE = Path.of("");
    private static final String SITE = "living-documentation";

    private final Path file;
    private final MessageToNdjsonWriter messages;
    private final Supplier<String> target;
    private final PrintStream out;

    /**
     * Begins the messages.
     *
     * @param file
     *            where they are written; the site will be in a folder beside
     */
    public LivingDocumentation(String file) throws IOException {
        this(Path.of(file), LivingDocumentation::target, System.out);
    }

    LivingDocumentation(Path file, Supplier<String> target, PrintStream out) throws IOException {
        this.file = file.toAbsolutePath();
        this.target = target;
        this.out = out;
        Files.createDirectories(this.file.getParent());
        this.messages = new MessageToNdjsonWriter(Files.newOutputStream(this.file), new Serializer());
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(Envelope.class, this::write);
    }

    private void write(Envelope message) {
        try {
            messages.write(message.getMeta().map(LivingDocumentation::withCommit).map(Envelope::of).orElse(message));
            if (message.getTestRunFinished().isPresent()) {
                messages.close();
                var page = new SiteWriter(MODULE).write(List.of(TargetRun.read(target.get(), file)),
                        file.resolveSibling(SITE));
                out.println("Living documentation: " + page.toUri());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of the browser that ran, or that was asked for and couldn't run. */
    private static String target() {
        return Run.begun().map(run -> run.target().name())
                .orElseGet(() -> System.getProperty("target", TargetOptions.DEFAULT));
    }

    private static Meta withCommit(Meta meta) {
        return meta.getCi().isPresent()
                ? meta
                : new Meta(meta.getProtocolVersion(), meta.getImplementation(), meta.getRuntime(), meta.getOs(),
                        meta.getCpu(),
                        new Ci("none", null, null, new Git("none", WorkingTree.commit(), null, null)));
    }
}
