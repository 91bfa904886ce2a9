package basics.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import basics.http.Variables;
import basics.http.Handler;

/** The handlers of the contract, as Lambda makes them before it takes a snapshot. */
public final class PrimedHandlers {
    private static final Path CONTRACT = Path.of("../openapi.yaml");
    private static final Pattern OPERATION = Pattern.compile("operationId: (\\w)(\\w*)\\s+tags: \\[(\\w+)]");

    private PrimedHandlers() {}

    /** The names of all operations' classes: that of {@code createUser}, tagged {@code users}, is {@code users.CreateUser}. */
    public static List<String> ofContract() {
        try {
            return OPERATION.matcher(Files.readString(CONTRACT)).results()
                    .map(operation -> operation.group(3) + "." + operation.group(1).toUpperCase(Locale.ROOT)
                            + operation.group(2))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The handler of a class named as {@link #ofContract()} does, by the constructor that all handlers have. */
    public static Handler of(String name, Variables variables) throws ReflectiveOperationException {
        var constructor = Class.forName("basics." + name).getDeclaredConstructor(Variables.class);
        constructor.setAccessible(true);
        return (Handler) constructor.newInstance(variables);
    }

    /** A function's environment with SnapStart. */
    public static Variables variables(Relay relay, Map<String, String> more) {
        var variables = new HashMap<>(more);
        variables.putIfAbsent("AWS_ENDPOINT_URL_DYNAMODB", relay.uri().toString());
        variables.put("AWS_REGION", "eu-central-1");
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        return new Variables(variables);
    }
}
