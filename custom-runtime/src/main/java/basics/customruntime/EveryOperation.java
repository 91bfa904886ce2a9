package basics.customruntime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * All operations in one process, since a cache is made by one: what comes in is the name of a handler, the end of the line,
 * and the event for it.
 */
public final class EveryOperation implements RequestStreamHandler {
    /** In the place of a handler's name: ends the process normally, which is when Java writes the cache. */
    static final String END = "end";

    private final Map<String, RequestStreamHandler> handlers = new HashMap<>();

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        var name = new StringBuilder();
        for (var next = input.read(); next >= 0 && next != '\n'; next = input.read()) {
            name.append((char) next);
        }
        if (name.toString().equals(END)) {
            System.exit(0);
        }
        handlers.computeIfAbsent(name.toString(), EveryOperation::handler).handleRequest(input, output, context);
    }

    /** For {@link Training}. */
    static byte[] input(String handler, String event) {
        return (handler + '\n' + event).getBytes(StandardCharsets.UTF_8);
    }

    private static RequestStreamHandler handler(String name) {
        try {
            return Class.forName(name).asSubclass(RequestStreamHandler.class).getConstructor().newInstance();
        } catch (ReflectiveOperationException failure) {
            throw new IllegalArgumentException(name, failure);
        }
    }
}
