package basics.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code mvn -Pbenchmark}: measures, prints a table, writes JSON. An unexpected answer ends it. */
final class Main {
    private Main() {}

    /**
     * Runs everything.
     *
     * @param args the function jar, or several to compare, separated by commas; the authorizer's jar; the floor's jar;
     *            the file for the JSON
     */
    public static void main(String[] args) throws Exception {
        var rounds = Rounds.ofProperties();
        var cores = new Cores();
        var jars = Arrays.stream(args[0].split(",")).map(Path::of).toList();
        var operations = new Operations(jars.getFirst(), "");
        var report = new Report(rounds, cores.pins());
        for (var jar : jars) {
            report.size("functions" + variant(jars, jar), jar);
        }
        report.size("authorizer", Path.of(args[1]));
        report.size("floor", Path.of(args[2]));
        try (var machine = new Machine(cores); var tokens = new Tokens()) {
            var floor = Operations.floor(Path.of(args[2]));
            var subjects = new ArrayList<Subject>();
            jars.forEach(jar -> subjects.addAll(new Operations(jar, variant(jars, jar)).all()));
            subjects.add(tokens.authorizer(Path.of(args[1])));
            machine.know(subjects);
            var only = list("benchmark.only");
            subjects.removeIf(subject -> !only.isEmpty() && !only.contains(subject.name().split(" ", 2)[0]));
            var starts = list("benchmark.starts").stream().map(Start::of).toList();
            var compared = starts.stream().flatMap(start -> subjects.stream().map(subject -> subject.starting(start)))
                    .collect(Collectors.toCollection(ArrayList::new));
            compared.addFirst(floor);
            for (var name : list("benchmark.transports")) {
                var transport = Transport.valueOf(name.toUpperCase(Locale.ROOT));
                try (var tables = new Tables(machine.certificate())) {
                    var measurement = new Measurement(machine);
                    measurement.seed(operations.seeds(), tables.endpoint(transport));
                    var measured = measurement.run(compared, tables.endpoint(transport), rounds);
                    report.add(transport, measured, floor);
                    // Saves the results so far, in case the next measurement fails.
                    report.write(Path.of(args[3]));
                }
            }
        }
        if (Boolean.getBoolean("benchmark.jmh")) {
            Hot.measure(report);
        }
        report.write(Path.of(args[3]));
        System.out.println(report);
        System.exit(0);
    }

    /** A suffix that distinguishes further function jars from the first one. */
    private static String variant(List<Path> jars, Path jar) {
        return jar.equals(jars.getFirst()) ? "" : " " + jar.getFileName();
    }

    private static List<String> list(String property) {
        return Arrays.stream(System.getProperty(property, "").split(",")).filter(name -> !name.isBlank()).toList();
    }
}
