package basics.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import basics.contract.Contract;
import basics.contract.Operation;
import basics.dynamodb.Setup;
import basics.http.Handler;
import basics.http.Variables;

/** The handlers of the contract's operations. */
public final class Handlers {
    private static final List<Operation> OPERATIONS = read();

    private Handlers() {}

    private static List<Operation> read() {
        try {
            return Contract.read(Path.of("../openapi.yaml")).operations();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Operation> operations() {
        return OPERATIONS;
    }

    /** The class of a handler. For {@code createUser}, tagged {@code users}, it is {@code basics.users.CreateUser}. */
    public static String className(Operation operation) {
        return "basics." + operation.tag() + "." + operation.title();
    }

    /** The handler as Lambda creates it, with the build's environment variables for tests. */
    public static Handler ofProcess(Operation operation) throws ReflectiveOperationException {
        return type(operation).getConstructor().newInstance();
    }

    /** The handler, made by its constructor for tests. */
    public static Handler of(Operation operation, Variables variables) throws ReflectiveOperationException {
        for (var argument : List.of(Setup.of(variables), variables)) {
            for (var constructor : type(operation).getDeclaredConstructors()) {
                if (Arrays.equals(constructor.getParameterTypes(), new Class<?>[]{argument.getClass()})) {
                    constructor.setAccessible(true);
                    return Handler.class.cast(constructor.newInstance(argument));
                }
            }
        }
        throw new NoSuchMethodException(className(operation));
    }

    /** A handler by the name of its class, made by its constructor for tests. It may be no operation of the contract. */
    public static RequestStreamHandler of(String className, Setup setup) {
        try {
            var constructor = Class.forName(className).getDeclaredConstructor(Setup.class);
            constructor.setAccessible(true);
            return RequestStreamHandler.class.cast(constructor.newInstance(setup));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<? extends Handler> type(Operation operation) throws ClassNotFoundException {
        return Class.forName(className(operation)).asSubclass(Handler.class);
    }

    /** The environment variables of a function with SnapStart. */
    public static Variables primed(Relay relay, Map<String, String> more) {
        var variables = new HashMap<>(more);
        variables.putIfAbsent("AWS_ENDPOINT_URL_DYNAMODB", relay.uri().toString());
        variables.put("AWS_REGION", "eu-central-1");
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        return new Variables(variables);
    }

    /** The operation's example request, the proxy event in the jar. */
    public static ObjectNode example(Operation operation) {
        try (var event = Handlers.class.getResourceAsStream("/priming/" + operation.title() + ".json")) {
            var json = new String(Objects.requireNonNull(event, operation.id()).readAllBytes(), UTF_8);
            return (ObjectNode) new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
