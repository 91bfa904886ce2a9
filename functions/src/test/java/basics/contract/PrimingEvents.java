package basics.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeMap;

/**
 * Writes the events that functions are primed with. The build runs this from source, before there are any classes, so
 * nothing here may need those of the functions.
 */
public final class PrimingEvents {
    private PrimingEvents() {}

    /**
     * Writes them, or says what is wrong with the contract.
     *
     * @param arguments the contract, and the folder to write to: a file for each operation, and no other
     */
    public static void main(String[] arguments) throws IOException {
        var problems = write(Path.of(arguments[0]), Path.of(arguments[1]));
        if (!problems.isEmpty()) {
            System.err.println(problems);
            System.exit(1);
        }
    }

    /** Returns what is wrong with the contract, a line for each operation; then nothing is written. */
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
                // One that is touched would make the jar, and all that is made of it, look stale.
                if (!Files.exists(file) || !Files.readString(file).equals(event.getValue())) {
                    Files.writeString(file, event.getValue());
                }
            }
        }
        return String.join("\n", problems);
    }
}
