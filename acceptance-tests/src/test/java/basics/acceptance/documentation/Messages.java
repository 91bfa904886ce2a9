package basics.acceptance.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.cucumber.messages.NdjsonToMessageIterable;
import io.cucumber.messages.ndjson.Deserializer;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.query.Query;
import io.cucumber.query.Repository;

/**
 * The messages of a run (github.com/cucumber/messages).
 *
 * @param documents
 *            the features as they were written
 */
record Messages(Query query, List<GherkinDocument> documents) {

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException
     *             if the file is not of messages
     */
    static Messages read(Path file) {
        var repository = Repository.builder().feature(Repository.RepositoryFeature.INCLUDE_GHERKIN_DOCUMENTS, true)
                .feature(Repository.RepositoryFeature.INCLUDE_ATTACHMENTS, true).build();
        var documents = new ArrayList<GherkinDocument>();
        var hasMeta = false;
        try (var messages = new NdjsonToMessageIterable(Files.newInputStream(file), new Deserializer())) {
            for (Envelope message : messages) {
                hasMeta |= message.getMeta().isPresent();
                message.getGherkinDocument().ifPresent(documents::add);
                repository.update(message);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(file + " holds no whole Cucumber messages: " + e.getMessage(), e);
        }
        if (!hasMeta) {
            throw new IllegalArgumentException(file + " holds no Cucumber messages: there is no 'meta' in it");
        }
        return new Messages(new Query(repository), documents);
    }
}
