package basics.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.TreeMap;

/** Prints how many of Pitest's mutants the tests have killed, by package, and lists the survivors. */
final class MutationScore {
    /** Columns of a line: file, class, mutator, method, line, status, killing test. */
    private static final int CLASS = 1;
    private static final int MUTATOR = 2;
    private static final int LINE = 4;
    private static final int STATUS = 5;

    private int all;
    private int killed;

    private MutationScore() {}

    /**
     * Prints the score.
     *
     * @param arguments the file that Pitest wrote
     */
    public static void main(String[] arguments) throws IOException {
        var mutants = Files.readAllLines(Path.of(arguments[0])).stream().map(line -> line.split(",", -1)).toList();
        var packages = new TreeMap<String, MutationScore>();
        var total = new MutationScore();
        for (var mutant : mutants) {
            var name = mutant[CLASS].substring(0, mutant[CLASS].lastIndexOf('.'));
            packages.computeIfAbsent(name, _ -> new MutationScore()).add(mutant);
            total.add(mutant);
        }
        mutants.stream().filter(mutant -> !isKilled(mutant)).map(mutant -> mutant[CLASS] + ":" + mutant[LINE] + " "
                + mutant[MUTATOR].substring(mutant[MUTATOR].lastIndexOf('.') + 1) + " " + mutant[STATUS])
                .sorted(Comparator.naturalOrder()).forEach(System.out::println);
        packages.forEach((name, score) -> System.out.println(score.shown(name)));
        System.out.println(total.shown("all"));
    }

    private void add(String[] mutant) {
        all++;
        killed += isKilled(mutant) ? 1 : 0;
    }

    private static boolean isKilled(String[] mutant) {
        return !mutant[STATUS].equals("SURVIVED") && !mutant[STATUS].equals("NO_COVERAGE");
    }

    private String shown(String name) {
        return name + ": " + 100 * killed / all + " % of " + all + " mutants killed";
    }
}
