package basics.embedded.caches;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * The handler of a training run. It creates the handlers of all functions of a jar, and passes to each the events that
 * name it. The runtime client's class loader loads it from a separate task root, so that the cache doesn't include it.
 */
public final class Trainee implements RequestStreamHandler {
    /** The environment variable with the names of the handlers, separated by commas. */
    public static final String HANDLERS = "TRAINED_HANDLERS";
    /** Ends the process normally when named as a handler. The JVM then writes its recording. */
    public static final String END = "end";

    private final Map<String, RequestStreamHandler> handlers = new HashMap<>();

    /** Creates the handlers, and skips those that fail. */
    public Trainee() {
        for (var name : System.getenv(HANDLERS).split(",", -1)) {
            try {
                var type = Class.forName(name.split("::", -1)[0], true, getClass().getClassLoader());
                if (type.getConstructor().newInstance() instanceof RequestStreamHandler handler) {
                    handlers.put(name, handler);
                }
            } catch (ReflectiveOperationException | LinkageError failure) {
                System.out.println(failure);
            }
        }
    }

    /** Copies this class into a task root, where the runtime client's class loader finds it. */
    public static void copyTo(Path taskRoot) throws IOException {
        var name = Trainee.class.getName().replace('.', '/') + ".class";
        var file = taskRoot.resolve(name);
        Files.createDirectories(file.getParent());
        try (var code = Trainee.class.getResourceAsStream('/' + name)) {
            Files.copy(Objects.requireNonNull(code, name), file);
        }
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        if (context.getInvokedFunctionArn().equals(END)) {
            System.exit(0);
        }
        var handler = handlers.get(context.getInvokedFunctionArn());
        if (handler != null) {
            handler.handleRequest(input, output, context);
        }
    }
}
