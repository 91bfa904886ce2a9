package basics.embedded.reload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import basics.embedded.lambda.LambdaFunction;

/**
 * The code of functions, updated by files compiled since it was packed. Each state of the changed files is copied into
 * a new task root. So a running process keeps its files, whatever a compiler does to its folder. A removed file stays
 * in force, because compilers remove the files that they are about to write.
 */
public final class CompiledCode {
    private static final String PACKED = "lib/packed.jar";

    /** The differences from an asset: contents by path, and the task root that contains them. */
    private record Patch(Path root, Map<Path, ByteBuffer> files) {}

    private final List<Path> folders;
    private final UnaryOperator<Path> taskRoots;
    private final Path work;
    private final Map<Path, Patch> patches = new HashMap<>();
    private final Map<Path, Set<Path>> foldersOf = new HashMap<>();
    private int count;

    /**
     * Code without changes so far.
     *
     * @param folders
     *            of compiled classes
     * @param taskRoots
     *            returns the unpacked code of an asset
     * @param work
     *            the folder for changed files
     */
    public CompiledCode(List<Path> folders, UnaryOperator<Path> taskRoots, Path work) {
        this.folders = folders;
        this.taskRoots = taskRoots;
        this.work = work;
    }

    /** The functions with their current code. */
    public List<LambdaFunction> in(Collection<LambdaFunction> functions) {
        return functions.stream().map(function -> {
            var patch = patches.get(function.code());
            return patch == null || patch.files().isEmpty() ? function : function.with(patch.root());
        }).toList();
    }

    /**
     * Checks the folders for changes.
     *
     * @param functions
     *            the functions of the template
     * @return the paths of the files that changed since the last check
     */
    public Set<Path> update(Collection<LambdaFunction> functions) {
        var changed = new TreeSet<Path>();
        for (var code : functions.stream().map(LambdaFunction::code).collect(Collectors.toSet())) {
            var holding = foldersOf.computeIfAbsent(code, _ -> new LinkedHashSet<>());
            functions.stream().filter(function -> function.code().equals(code))
                    .forEach(function -> folders.stream()
                            .filter(folder -> Files.exists(folder.resolve(function.handlerFile())))
                            .forEach(holding::add));
            changed.addAll(update(code, holding));
        }
        return changed;
    }

    private Set<Path> update(Path code, Set<Path> holding) {
        var before = patches.getOrDefault(code, new Patch(code, Map.of())).files();
        var now = new TreeMap<>(before);
        holding.forEach(folder -> contents(folder).forEach((path, content) -> {
            var packed = taskRoots.apply(code).resolve(path);
            if (Files.exists(packed) && content.equals(content(packed))) {
                now.remove(path);
            } else {
                now.put(path, content);
            }
        }));
        if (now.equals(before)) {
            return Set.of();
        }
        patches.put(code, new Patch(now.isEmpty() ? code : write(code, now), now));
        var paths = new HashSet<>(now.keySet());
        paths.addAll(before.keySet());
        paths.removeIf(path -> now.containsKey(path) && now.get(path).equals(before.get(path)));
        return paths;
    }

    private static Map<Path, ByteBuffer> contents(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(folder::relativize, CompiledCode::content));
        } catch (IOException | UncheckedIOException changing) {
            // A compiler is writing. The next check sees the result.
            return Map.of();
        }
    }

    private static ByteBuffer content(Path file) {
        try {
            return ByteBuffer.wrap(Files.readAllBytes(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Writes a task root for Lambda's Java runtimes: classes at the root, jars in lib. */
    private Path write(Path code, Map<Path, ByteBuffer> files) {
        var root = work.resolve("compiled-" + count++);
        try {
            for (var file : files.entrySet()) {
                var target = root.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.write(target, file.getValue().array());
            }
            Files.createDirectories(root.resolve(PACKED).getParent());
            var manifest = new Manifest();
            manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath(taskRoots.apply(code)));
            new JarOutputStream(Files.newOutputStream(root.resolve(PACKED)), manifest).close();
            return root;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String classPath(Path taskRoot) throws IOException {
        var lib = taskRoot.resolve("lib");
        try (var jars = Files.isDirectory(lib) ? Files.list(lib) : Stream.<Path>empty()) {
            return Stream.concat(Stream.of(taskRoot), jars.filter(jar -> jar.toString().endsWith(".jar")).sorted())
                    .map(path -> path.toUri().toString()).collect(Collectors.joining(" "));
        }
    }
}
