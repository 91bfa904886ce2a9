package basics.authorization;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;

/** Collects the log lines of a function. */
final class LogLines implements LambdaLogger {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    /** A context of an invocation that has only this log. */
    Context context() {
        return (Context) Proxy.newProxyInstance(Context.class.getClassLoader(), new Class<?>[]{Context.class},
                (_, method, _) -> {
                    if (method.getName().equals("getLogger")) {
                        return this;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    @Override
    public void log(String message) {
        log(message, LogLevel.UNDEFINED);
    }

    @Override
    public void log(byte[] message) {
        log(new String(message, UTF_8));
    }

    @Override
    public void log(String message, LogLevel level) {
        lines.add(level + " " + message);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
