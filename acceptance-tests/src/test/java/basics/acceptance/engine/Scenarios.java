package basics.acceptance.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;

import basics.acceptance.options.Choice;
import basics.acceptance.options.FeatureFiles;
import basics.acceptance.options.NamedScenario;

/** The scenarios of the tests that Cucumber's engine has discovered. */
final class Scenarios {

    private final Map<String, List<NamedScenario>> files = new HashMap<>();
    private final Map<UniqueId, NamedScenario> byTest = new HashMap<>();

    private Scenarios(TestDescriptor root) {
        root.accept(test -> {
            if (test.isTest()) {
                scenario(test).ifPresent(scenario -> byTest.put(test.getUniqueId(), scenario));
            }
        });
    }

    static Scenarios below(TestDescriptor root) {
        return new Scenarios(root);
    }

    Optional<NamedScenario> of(TestDescriptor test) {
        return Optional.ofNullable(byTest.get(test.getUniqueId()));
    }

    /**
     * Removes the tests that are not chosen.
     *
     * @throws IllegalArgumentException
     *            if a choice matches none of the scenarios
     */
    void keep(Choice choice, TestDescriptor root) {
        var chosen = new HashSet<>(choice.among(List.copyOf(byTest.values())));
        root.getDescendants().stream().filter(TestDescriptor::isTest).toList().stream()
                .filter(test -> of(test).filter(chosen::contains).isEmpty())
                .forEach(TestDescriptor::removeFromHierarchy);
        root.accept(TestDescriptor::prune);
    }

    private Optional<NamedScenario> scenario(TestDescriptor test) {
        return test.getSource().flatMap(source -> switch (source) {
            case ClasspathResourceSource resource -> at(resource.getClasspathResourceName(), resource.getPosition(),
                    () -> Objects.requireNonNull(Thread.currentThread().getContextClassLoader()
                            .getResourceAsStream(resource.getClasspathResourceName())));
            case FileSource file -> at(file.getFile().getPath(), file.getPosition(),
                    () -> Files.newInputStream(file.getFile().toPath()));
            default -> Optional.empty();
        });
    }

    private Optional<NamedScenario> at(String path, Optional<FilePosition> position, Text text) {
        return position.flatMap(at -> files.computeIfAbsent(path, _ -> read(path, text)).stream()
                .filter(scenario -> scenario.line() == at.getLine()).findFirst());
    }

    private static List<NamedScenario> read(String path, Text text) {
        try (var bytes = text.open()) {
            return FeatureFiles.of(FeatureFiles.name(path),
                    new String(bytes.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Text {
        InputStream open() throws IOException;
    }
}
