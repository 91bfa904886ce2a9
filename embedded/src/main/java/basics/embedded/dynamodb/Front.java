package basics.embedded.dynamodb;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import basics.embedded.iam.Access;
import basics.embedded.iam.Decision;
import basics.embedded.platform.Console;
import basics.embedded.template.Json;
import basics.embedded.traces.Traces;

/**
 * Stands before DynamoDB Local in the same server: knows a function, or the owner, by the access key that a request is
 * signed with, and lets through, unchanged, what the policies of its role allow. Everything else is answered as DynamoDB answers it.
 */
final class Front extends Handler.Wrapper {
    private static final String ACCESS_DENIED = "com.amazon.coral.service#AccessDeniedException";
    static final String INTERNAL = "com.amazonaws.dynamodb.v20120810#InternalServerError";
    private static final String UNAVAILABLE = "com.amazon.coral.availability#ServiceUnavailableException";

    private final Callers callers;
    private final RequiredAccess required;
    private final AccessLog log;
    private final Traces traces;
    private final Writes writes;
    private final Changes changes;
    private final Tables tables;
    private final Console console;
    private final String sessions;
    private final Map<String, OwnersService> others = new ConcurrentHashMap<>();

    /**
     * @param sessions
     *            the ARN of a role session up to the role's name
     */
    Front(Handler local, Callers callers, RequiredAccess required, AccessLog log, Traces traces, Writes writes,
            Changes changes, Tables tables, Console console, String sessions) {
        super(local);
        this.callers = callers;
        this.required = required;
        this.log = log;
        this.traces = traces;
        this.writes = writes;
        this.changes = changes;
        this.tables = tables;
        this.console = console;
        this.sessions = sessions;
    }

    /** Has the owner's requests to another service answered, by what its targets begin with, such as {@code AmazonSQS}. */
    void serve(String targets, OwnersService service) {
        others.put(targets, service);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var signature = Signature.of(request);
        if (signature.isEmpty()) {
            return refuse(response, callback, "com.amazon.coral.service#MissingAuthenticationTokenException",
                    "Request is missing Authentication Token");
        }
        var admitted = callers.of(signature.get().keyId());
        if (admitted.isEmpty() || !signature.get().hasTokenOf(admitted.get().key(), request)) {
            return refuse(response, callback, "com.amazon.coral.service#UnrecognizedClientException",
                    "The security token included in the request is invalid.");
        }
        var caller = admitted.get().caller();
        var body = Content.Source.asByteBuffer(request);
        if (!signature.get().isBy(admitted.get().key(), request, body)) {
            return refuse(response, callback, "com.amazon.coral.service#InvalidSignatureException",
                    "The request signature we calculated does not match the signature you provided. Check your AWS "
                            + "Secret Access Key and signing method.");
        }
        var target = Optional.ofNullable(request.getHeaders().get("X-Amz-Target")).orElse("");
        var action = target.substring(target.indexOf('.') + 1);
        var other = others.get(target.substring(0, Math.max(target.indexOf('.'), 0)));
        if (other != null) {
            return caller.equals(Caller.OWNER)
                    ? answer(other.answer(action, parse(body)), response, callback)
                    : deny(response, callback, "Only the owner of this machine may do that here.");
        }
        var json = parse(body);
        var stream = localStream(json);
        if (stream.isPresent()) {
            return answer(caller, action, stream.get(), BufferUtil.toBuffer(stream.get().toString()), request, response,
                    callback);
        }
        var trace = traces.of(caller.work().request());
        if (trace.isEmpty()) {
            return answer(caller, action, json, body, request, response, callback);
        }
        var traced = new TracedCall(trace.get(), caller.shortName(), action, json, request, response, callback);
        return answer(caller, action, json, body, request, traced, traced);
    }

    /** The request with the ARN that DynamoDB Local has for a stream; empty for one that names no stream. */
    private Optional<JsonNode> localStream(JsonNode request) {
        return RequiredAccess.streamed(request.path("StreamArn").asText()).flatMap(tables::streamArn)
                .map(arn -> ((ObjectNode) request.deepCopy()).put("StreamArn", arn));
    }

    private static boolean answer(OwnersService.Answer answer, Response response, Callback callback) {
        return refuse(response, callback, answer.status(), answer.body());
    }

    private boolean answer(Caller caller, String action, JsonNode json, ByteBuffer body, Request request,
            Response response, Callback callback) throws Exception {
        var needed = json.isMissingNode() ? Set.<Access>of() : required.of(action, json);
        var missing = missing(caller, needed);
        if (missing.isPresent()) {
            TracedCall.of(response).ifPresent(traced -> traced.lacks(missing.get()));
            var denial = denial(caller, missing.get());
            console.line("%s: %s".formatted(caller.shortName(), denial));
            return deny(response, callback, denial);
        }
        var fault = caller.victim().calls(action, () -> json);
        var read = new ReadRequest(request, body);
        if (fault.isEmpty()) {
            return forward(needed, read, response, callback);
        }
        TracedCall.of(response).ifPresent(traced -> traced.goesWrong(fault.get().kind()));
        return new FaultyCall((again, answer, done) -> forward(needed, again, answer, done), caller.victim())
                .answer(fault.get(), action, body, read, response, callback);
    }

    private boolean forward(Set<Access> needed, Request request, Response response, Callback callback)
            throws Exception {
        if (!Writes.are(needed)) {
            return super.handle(request, response, callback);
        }
        var obstacle = writes.obstacle();
        if (obstacle.isPresent()) {
            return refuse(response, callback, 503, error(UNAVAILABLE, obstacle.get()));
        }
        try {
            return super.handle(request, new StoredResponse(request, response, writes::stored), callback);
        } finally {
            changes.happened(needed);
        }
    }

    /** Nothing for what is no request: that gets DynamoDB's own answer. */
    private static JsonNode parse(ByteBuffer body) {
        try {
            return Json.MAPPER.readTree(BufferUtil.toArray(body));
        } catch (JsonProcessingException malformed) {
            return MissingNode.getInstance();
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    /** The first access that the caller's role doesn't allow. */
    private Optional<Access> missing(Caller caller, Set<Access> needed) {
        for (var access : needed) {
            if (caller.role().decide(access) != Decision.ALLOWED) {
                return Optional.of(access);
            }
            log.record(caller, access);
        }
        return Optional.empty();
    }

    private String denial(Caller caller, Access access) {
        return "User: %s%s/%s is not authorized to perform: %s on resource: %s %s".formatted(sessions,
                caller.role().name(), caller.function(), access.action(), access.resource(),
                caller.role().decide(access) == Decision.DENIED
                        ? "with an explicit deny in an identity-based policy"
                        : "because no identity-based policy allows the " + access.action() + " action");
    }

    static boolean deny(Response response, Callback callback, String message) {
        return refuse(response, callback,
                Json.MAPPER.createObjectNode().put("__type", ACCESS_DENIED).put("Message", message));
    }

    static boolean refuse(Response response, Callback callback, String type, String message) {
        return refuse(response, callback, error(type, message));
    }

    static boolean refuse(Response response, Callback callback, JsonNode error) {
        return refuse(response, callback, 400, error);
    }

    static ObjectNode error(String type, String message) {
        return Json.MAPPER.createObjectNode().put("__type", type).put("message", message);
    }

    static boolean refuse(Response response, Callback callback, int status, JsonNode error) {
        response.setStatus(status);
        response.getHeaders().put("Content-Type", "application/x-amz-json-1.0");
        Content.Sink.write(response, true, error.toString(), callback);
        return true;
    }
}
