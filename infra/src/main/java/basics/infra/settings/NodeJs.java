package basics.infra.settings;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The Node.js on which the CDK runs. The app checks it first, because without it the CDK fails with a stack trace. */
public final class NodeJs {

    /** The oldest version that the CDK supports and that still gets fixes. */
    private static final int OLDEST_MAJOR = 20;
    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\..*");

    private NodeJs() {}

    /** Refuses to go on without Node.js 20 or later; {@code JSII_NODE} names another executable than {@code node}. */
    public static void require() {
        require(Optional.ofNullable(System.getenv("JSII_NODE")).orElse("node"));
    }

    static void require(String executable) {
        var version = version(executable);
        if (version.isEmpty()) {
            throw new Refusal("Node.js is missing: install version " + OLDEST_MAJOR
                    + " or later (the CDK runs on it) so that `" + executable + "` starts it.");
        }
        var major = VERSION.matcher(version);
        if (!major.matches() || Integer.parseInt(major.group(1)) < OLDEST_MAJOR) {
            throw new Refusal("Node.js " + version + " is too old: install version " + OLDEST_MAJOR
                    + " or later (the CDK runs on it).");
        }
    }

    private static String version(String executable) {
        try {
            var process = new ProcessBuilder(executable, "--version").redirectErrorStream(true).start();
            try (var output = process.inputReader()) {
                return output.readAllAsString().strip();
            }
        } catch (IOException _) {
            return "";
        }
    }
}
