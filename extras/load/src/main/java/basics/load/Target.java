package basics.load;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

import basics.embedded.Embedded;
import basics.embedded.platform.Console;

/**
 * The target of the load.
 *
 * @param token
 *            an access token with all scopes
 * @param onThisMachine
 *            whether it shares the processors with its clients
 */
record Target(URI url, String token, boolean onThisMachine) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * The running target of the settings, or the embedded one, which runs until this JVM ends.
     *
     * @param assembly
     *            the cloud assembly that the embedded target serves
     * @param log
     *            the file for its functions' log
     * @throws IllegalArgumentException
     *            if a token is missing
     */
    static Target of(Settings settings, Path assembly, Path log) throws IOException {
        if (settings.url().isEmpty()) {
            var url = start(assembly, log);
            return new Target(url, AccessToken.of(url), true);
        }
        var url = settings.url().get();
        var here = THIS_MACHINE.contains(url.getHost());
        if (settings.token().isPresent()) {
            return new Target(url, settings.token().get(), here);
        }
        if (!here) {
            throw new IllegalArgumentException(
                    "-Dapi.url=%s needs an access token with all scopes: -Dapi.token=TOKEN".formatted(url));
        }
        return new Target(url, AccessToken.of(url), true);
    }

    private static URI start(Path assembly, Path log) throws IOException {
        var console = new PrintStream(log.toFile(), StandardCharsets.UTF_8);
        var embedded = Embedded
                .start(basics.embedded.Settings.of(assembly).withConsole(Console.to(console)));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            embedded.close();
            console.close();
        }, "embedded target"));
        return embedded.apiUrl();
    }
}
