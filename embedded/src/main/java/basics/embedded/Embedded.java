package basics.embedded;

import basics.embedded.dynamodb.AccessLog;
import basics.embedded.dynamodb.Caller;
import basics.embedded.dynamodb.DynamoDb;
import basics.embedded.gateway.Gateway;
import basics.embedded.iam.Roles;
import basics.embedded.lambda.Functions;
import basics.embedded.lambda.Lambda;
import basics.embedded.platform.StartException;
import basics.embedded.template.Stack;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** A stack that runs on this machine. Several may run at once, also in one JVM, each with data of its own. */
public final class Embedded implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Gateway gateway;
    private final Map<String, String> outputs;
    private final AccessLog accessLog;

    private Embedded(Settings settings) {
        var stack = Stack.read(settings.assembly());
        var functions = Functions.of(stack, Roles.of(stack));
        var callers = functions.stream()
                .map(function -> new Caller(function.name(), function.shortName(), function.role(), function.key()))
                .toList();
        try {
            var dynamoDb = opened(DynamoDb.start(stack, settings.data(), callers, settings.console()));
            var lambda = opened(new Lambda(functions, dynamoDb.endpoint(), settings.environments(), settings.idle(),
                    settings.console()));
            gateway = opened(Gateway.open(stack, lambda, settings.port(), settings.console()));
            outputs = gateway.local(stack.outputs());
            accessLog = dynamoDb.accessLog();
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    /**
     * Starts all parts; functions start with their first request.
     *
     * @throws StartException
     *             when the template can't be served as it is; nothing is left running then
     */
    public static Embedded start(Settings settings) {
        return new Embedded(settings);
    }

    public URI apiUrl() {
        return gateway.url();
    }

    /** The stack's outputs, with the address of this gateway in the place of the one on AWS. */
    public Map<String, String> outputs() {
        return outputs;
    }

    public AccessLog accessLog() {
        return accessLog;
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception failure) {
                throw new IllegalStateException("A part does not stop", failure);
            }
        }
    }
}
