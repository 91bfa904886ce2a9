package basics.load;

import java.io.IOException;
import java.nio.file.Path;

import basics.embedded.platform.StartException;
import io.gatling.app.Gatling;

/**
 * The command line: {@code Main BUILD ASSEMBLY}. BUILD is a directory for the report and the log. ASSEMBLY is the cloud
 * assembly that the embedded target serves. {@link Settings} reads everything else from system properties. Exits with 0
 * when no request failed.
 */
public final class Main {
    private static final String SHAPE_ONLY = """

        These figures are of the shape only: the callers, the gateway, the functions and the tables shared the processors
        of this machine. They show which operation costs more than another, and whether any fails under load. How fast
        it is on AWS, or how much it takes there, only a run against a deployed environment can say.
        """;

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        var build = Path.of(arguments[0]);
        try {
            var settings = Settings.of(System::getProperty);
            var target = Target.of(settings, Path.of(arguments[1]), build.resolve("embedded.log"));
            if (target.onThisMachine()) {
                // Gatling ends this JVM, so only a shutdown hook can print after its summary.
                Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println(SHAPE_ONLY), "note"));
            }
            // Gatling creates the simulation, so only system properties can pass values to it.
            System.setProperty("api.url", target.url().toString());
            System.setProperty("api.token", target.token());
            Gatling.main(new String[]{"--simulation", Load.class.getName(), "--results-folder",
                build.resolve("gatling").toString(), "--run-description", description(settings, target)});
        } catch (IllegalArgumentException | StartException refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }

    private static String description(Settings settings, Target target) {
        return "%d users at a time for %d s%s on %s%s".formatted(settings.users(), settings.seconds(),
                settings.hot() ? ", all with one event name," : "", target.url(),
                target.onThisMachine() ? ", on the callers' own machine: the shape only" : "");
    }
}
