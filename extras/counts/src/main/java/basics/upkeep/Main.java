package basics.upkeep;

import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The command line: {@code Main repair|replay ASSEMBLY}. ASSEMBLY is the cloud assembly that {@code mvn -Plocal} serves.
 * {@link Settings} reads everything else from system properties. {@code name} has one more character at its end, so that
 * Maven takes off no blanks. Exits with 0 when all was done, or nothing was to do.
 */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        try {
            var settings = Settings.of(Main::option);
            if (!run(arguments[0], settings, Path.of(arguments[1]))) {
                System.exit(1);
            }
        } catch (Refusal refused) {
            refuse(String.valueOf(refused.getMessage()));
        } catch (SdkClientException e) {
            refuse("AWS is not reached: %s%nGive credentials and a region as for the AWS command line, or those that mvn -Plocal prints."
                    .formatted(e.getMessage()));
        } catch (SdkException e) {
            refuse(String.valueOf(e.getMessage()));
        }
    }

    static @Nullable String option(String name) {
        var given = System.getProperty(name);
        return given == null || !name.equals("name") ? given : given.substring(0, given.length() - 1);
    }

    private static boolean run(String command, Settings settings, Path assembly) {
        Output output = System.out::println;
        if (command.equals("replay")) {
            return new Replay(Service.find(settings, assembly), settings, Main::wait, output).run();
        }
        // Before anything is looked for: an option that is missing.
        settings.period();
        new Repair(Service.find(settings, assembly), settings, Main::wait, output).run();
        return true;
    }

    private static void wait(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Ended before all was done. Run it again.");
        }
    }

    private static void refuse(String message) {
        System.err.println(message);
        System.exit(1);
    }
}
