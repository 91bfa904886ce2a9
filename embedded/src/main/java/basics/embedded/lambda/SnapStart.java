package basics.embedded.lambda;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import basics.embedded.dynamodb.AccessKey;
import basics.embedded.dynamodb.Callers;
import basics.embedded.template.Json;

/**
 * What is different in an environment of a function with SnapStart (Lambda Developer Guide, "Improving startup
 * performance with Lambda SnapStart"): options, variables, and an endpoint that gives its credentials. There is no image
 * of its memory: each environment goes on after its own checkpoint as one would that was restored.
 */
final class SnapStart extends Handler.Abstract {
    private static final Duration LONGEST_INIT = Duration.ofSeconds(130);

    /** Lambda's own are good for some hours. */
    private static final Duration LIFE = Duration.ofHours(6);
    private static final String PATH = "/credentials";
    /** "Monitoring for Lambda SnapStart", and for the key "Activating and managing Lambda SnapStart". */
    private static final List<String> NOT_AVAILABLE = List.of("AWS_LAMBDA_LOG_GROUP_NAME",
            "AWS_LAMBDA_LOG_STREAM_NAME", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN");

    private record Session(String token, AccessKey key) {}

    private final Callers callers;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    SnapStart(Callers callers) {
        this.callers = callers;
    }

    /**
     * How long initialisation and the hooks before the checkpoint may take (Lambda Developer Guide, "Lambda SnapStart
     * runtime hooks for Java").
     */
    static Duration longestInit(LambdaFunction function) {
        return function.timeout().compareTo(LONGEST_INIT) > 0 ? function.timeout() : LONGEST_INIT;
    }

    /**
     * Begins an environment.
     *
     * @param key
     *            the credentials until its checkpoint
     * @param builder
     *            of a process as any environment has it; changed to what one with SnapStart has
     * @param address
     *            host, port and path of this environment
     */
    void begin(String id, AccessKey key, ProcessBuilder builder, String address) {
        var session = new Session(UUID.randomUUID().toString(), key);
        sessions.put(id, session);
        var command = new ArrayList<>(builder.command());
        // The last of two options counts.
        command.addAll(command.indexOf("-cp"), RuntimeClient.SNAP_START);
        builder.command(command);
        var variables = builder.environment();
        NOT_AVAILABLE.forEach(variables::remove);
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        variables.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://" + address + PATH);
        variables.put("AWS_CONTAINER_AUTHORIZATION_TOKEN", session.token());
    }

    /** The environment is past its checkpoint: its credentials are others from now on, and the old ones refused. */
    void restored(String id) {
        sessions.computeIfPresent(id, (_, session) -> new Session(session.token(), callers.renew(session.key())));
    }

    void end(String id) {
        var session = sessions.remove(id);
        if (session != null) {
            callers.withdraw(session.key());
        }
    }

    /** AWS SDKs and Tools Reference Guide, "Container credential provider". */
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var path = Request.getPathInContext(request);
        if (!path.endsWith(PATH)) {
            return false;
        }
        var session = sessions.get(path.substring(1, path.length() - PATH.length()));
        if (session == null || !session.token().equals(request.getHeaders().get("Authorization"))) {
            Response.writeError(request, response, callback, 403);
            return true;
        }
        var key = session.key();
        response.getHeaders().put("Content-Type", "application/json");
        // A snapshot is to have no open connection.
        response.getHeaders().put("Connection", "close");
        Content.Sink.write(response, true, Json.MAPPER.createObjectNode()
                .put("AccessKeyId", key.id()).put("SecretAccessKey", key.secret()).put("Token", key.sessionToken())
                .put("Expiration", Instant.now().plus(LIFE).toString()).toString(), callback);
        return true;
    }
}
