package basics.acceptance.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.cucumber.messages.NdjsonToMessageIterable;
import io.cucumber.messages.ndjson.Deserializer;
import io.cucumber.messages.types.Attachment;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.TestCaseStarted;
import io.cucumber.messages.types.TestStepFinished;
import io.cucumber.query.Query;
import io.cucumber.query.Repository;

/**
 * A run of the features against a target.
 *
 * @param examples
 *            those that the run knew, also if it didn't run them
 * @param outcomes
 *            of those that it ran
 */
record TargetRun(String target, List<Example> examples, Map<Example.Key, Outcome> outcomes) {

    /** The run of a target of which there is none. */
    static TargetRun none(String target) {
        return new TargetRun(target, List.of(), Map.of());
    }

    /**
     * Reads the messages of a run (github.com/cucumber/messages).
     *
     * @throws IllegalArgumentException
     *             if the file is not of messages
     */
    static TargetRun read(String target, Path file) {
        var query = new Query(messages(file));
        var outcomes = new HashMap<Example.Key, Outcome>();
        for (var started : query.findAllTestCaseStarted()) {
            query.findPickleBy(started).map(pickle -> Example.of(pickle, query).key())
                    .ifPresent(key -> outcomes.put(key, outcome(started, query)));
        }
        var examples = query.findAllPickles().stream().map(pickle -> Example.of(pickle, query)).toList();
        return new TargetRun(target, examples, Map.copyOf(outcomes));
    }

    Outcome outcome(Example example) {
        return outcomes.getOrDefault(example.key(), Outcome.NOT_RUN);
    }

    private static Outcome outcome(TestCaseStarted started, Query query) {
        var hasEnded = query.findTestCaseFinishedBy(started).isPresent();
        var steps = hasEnded ? query.findTestStepsFinishedBy(started) : List.<TestStepFinished>of();
        return Outcome.of(steps.stream().map(TestStepFinished::getTestStepResult).toList(),
                steps.stream().map(query::findAttachmentsBy).flatMap(List::stream).map(Attachment::getBody).toList());
    }

    private static Repository messages(Path file) {
        var repository = Repository.builder().feature(Repository.RepositoryFeature.INCLUDE_GHERKIN_DOCUMENTS, true)
                .feature(Repository.RepositoryFeature.INCLUDE_ATTACHMENTS, true).build();
        var hasMeta = false;
        try (var messages = new NdjsonToMessageIterable(Files.newInputStream(file), new Deserializer())) {
            for (Envelope message : messages) {
                hasMeta |= message.getMeta().isPresent();
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
        return repository;
    }
}
