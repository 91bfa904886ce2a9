package basics.embedded.lambda;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import basics.embedded.platform.StartException;

/**
 * Which functions take a debugger, at which ports of the loopback interface. Such a function has one execution environment,
 * and no time limit ends what it does.
 *
 * @param ports
 *            by the function's name on the console
 */
public record Debugging(Map<String, Integer> ports) {
    /** No function does. */
    public static final Debugging NONE = new Debugging(Map.of());

    private static final Pattern SEPARATOR = Pattern.compile("\\s*,\\s*");
    private static final int PORT = 5005;
    private static final int HIGHEST_PORT = 65_535;
    /** Longer than anybody looks at a breakpoint, and still an int in milliseconds, as functions are told their time. */
    private static final Duration UNLIMITED = Duration.ofDays(20);

    /**
     * Reads what to debug.
     *
     * @param text
     *            names with or without ports, such as {@code Save,Load:5006}; the first port not given is 5005, the
     *            next one 5006
     * @throws StartException
     *             when it can't be read, or names a port twice
     */
    public static Debugging of(String text) {
        var ports = new TreeMap<String, Integer>();
        var next = PORT;
        for (var part : SEPARATOR.split(text, -1)) {
            var colon = part.indexOf(':');
            var name = (colon < 0 ? part : part.substring(0, colon)).strip();
            var port = colon < 0 ? next++ : port(part.substring(colon + 1).strip());
            if (name.isEmpty() || port < 1 || ports.put(name, port) != null) {
                throw new StartException("-Ddebug=%s is not NAME or NAME:PORT, several separated by commas."
                        .formatted(text));
            }
        }
        if (new HashSet<>(ports.values()).size() < ports.size()) {
            throw new StartException("-Ddebug=%s gives one port to two functions.".formatted(text));
        }
        return new Debugging(Map.copyOf(ports));
    }

    private static int port(String text) {
        try {
            var port = Integer.parseInt(text);
            return port <= HIGHEST_PORT ? port : 0;
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }

    /**
     * Checks that there are such functions, and that their ports are free.
     *
     * @throws StartException
     *             when not
     */
    public void check(Collection<LambdaFunction> functions) {
        var known = functions.stream().collect(Collectors.groupingBy(LambdaFunction::shortName, TreeMap::new,
                Collectors.mapping(LambdaFunction::name, Collectors.toSet())));
        ports.forEach((name, port) -> {
            if (!known.containsKey(name)) {
                throw new StartException("-Ddebug=%s: there is no such function. There are %s.".formatted(name,
                        String.join(", ", known.keySet())));
            }
            if (known.getOrDefault(name, Set.of()).size() > 1) {
                throw new StartException("-Ddebug=%s: several functions have this name.".formatted(name));
            }
            try (var free = new ServerSocket()) {
                free.setReuseAddress(true);
                free.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (IOException taken) {
                throw new StartException("Port %d for the debugger of %s is taken: choose another, -Ddebug=%s:%d."
                        .formatted(port, name, name, port < HIGHEST_PORT ? port + 1 : PORT), taken);
            }
        });
    }

    /** Whether a function takes a debugger. */
    boolean of(LambdaFunction function) {
        return ports.containsKey(function.shortName());
    }

    /** What its JVM is started with; nothing for what takes none. */
    List<String> options(LambdaFunction function) {
        return of(function)
                ? List.of("-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,quiet=y,address=127.0.0.1:"
                        + ports.get(function.shortName()))
                : List.of();
    }

    /** A time limit as far as it counts for a function. */
    Duration limit(LambdaFunction function, Duration usual) {
        return of(function) ? UNLIMITED : usual;
    }
}
