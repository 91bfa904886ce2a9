package basics.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeMap;

/**
 * Writes the events with which functions are primed. The build runs this from source before it compiles any class, so
 * it can't use the functions' classes.
 */
public final class PrimingEvents {
    private PrimingEvents() {}

    /**
     * Writes the events, or prints the faults of the contract.
     *
     * @param arguments the contract, and the folder for the files: one for each operation, and no others
     */
    public static void main(String[] arguments) throws IOException {
        var problems = write(Path.of(arguments[0]), Path.of(arguments[1]));
        if (!problems.isEmpty()) {
            System.err.println(problems);
            System.exit(1);
        }
    }

    /** Returns the faults of the contract, a line for each operation. If there are any, it writes nothing. */
    static String write(Path contract, Path folder) throws IOException {
        var events = new TreeMap<String, String>();
        var problems = new ArrayList<String>();
        for (var operation : Contract.read(contract).operations()) {
            try {
                events.put(operation.title() + ".json", new PrimingEvent(operation).json());
            } catch (IllegalArgumentException e) {
                problems.add(contract.getFileName() + ": " + e.getMessage());
            }
        }
        if (problems.isEmpty()) {
            Files.createDirectories(folder);
            try (var old = Files.list(folder)) {
                for (var file : old.filter(file -> !events.containsKey(file.getFileName().toString())).toList()) {
                    Files.delete(file);
                }
            }
            for (var event : events.entrySet()) {
                var file = folder.resolve(event.getKey());
                // A newer file would make the jar look stale, and everything that is built from it.
                if (!Files.exists(file) || !Files.readString(file).equals(event.getValue())) {
                    Files.writeString(file, event.getValue());
                }
            }
        }
        return String.join("\n", problems);
    }
}
