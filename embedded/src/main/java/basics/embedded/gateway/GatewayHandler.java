package basics.embedded.gateway;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeoutException;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import basics.embedded.authorizer.Authorization;
import basics.embedded.authorizer.Call;
import basics.embedded.authorizer.Verdict;
import basics.embedded.faults.Faults;
import basics.embedded.platform.TokenBucket;
import basics.embedded.traces.Traces;

/** From an HTTP request to its route and back. */
final class GatewayHandler extends Handler.Abstract {
    /** Headers of the connection, which API Gateway keeps to itself. */
    private static final Set<String> OF_THE_CONNECTION = Set.of("connection", "content-length", "expect", "keep-alive",
            "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade");

    private final Api api;
    private final Authorization authorization;
    private final Integrator integrator;
    private final Traces traces;

    GatewayHandler(Api api, Authorization authorization, Integrator integrator, Traces traces) {
        this.api = api;
        this.authorization = authorization;
        this.integrator = integrator;
        this.traces = traces;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var id = UUID.randomUUID();
        var trace = traces.begin(id.toString(), request.getMethod(), request.getHttpURI().getPathQuery());
        var result = answer(request, id);
        var reply = switch (result) {
            case Integrator.Result.Done done -> done.reply();
            case Integrator.Result.Unnumbered unnumbered -> unnumbered.reply();
            case Integrator.Result.Failed(var failure) -> api.responses().render(failure, api.variables(id,
                    request.getMethod(), path(request), Request.getRemoteAddr(request)));
        };
        trace.ifPresent(one -> one.end(reply.status(), reply.body()));
        if (!(result instanceof Integrator.Result.Unnumbered)) {
            response.getHeaders().put("x-amzn-RequestId", id.toString());
        }
        write(response, callback,
                result instanceof Integrator.Result.Done ? api.compression().applied(request, reply) : reply);
        return true;
    }

    private Integrator.Result answer(Request request, UUID id) throws InterruptedException {
        if (request.getLength() > Body.LARGEST) {
            // Known from its head, it goes no further: API Gateway hasn't even given it an id.
            return new Integrator.Result.Unnumbered(Body.TOO_LONG);
        }
        var path = path(request);
        var match = api.routes().match(request.getMethod(), path.routed());
        if (match.isEmpty()) {
            return new Integrator.Result.Failed(GatewayFailure.NOT_FOUND);
        }
        var trace = traces.of(id.toString());
        trace.ifPresent(one -> one.operation(match.get().route().operationName()));
        if (!admits(request, match.get().route())) {
            return new Integrator.Result.Failed(GatewayFailure.THROTTLED);
        }
        var query = Query.parse(request.getHttpURI().getQuery());
        if (query.isEmpty() || !path.isAscii()) {
            return new Integrator.Result.Failed(GatewayFailure.badRequest(400, "Bad Request"));
        }
        // Before the body: who is not let in can't make the gateway read one.
        var verdict = authorise(request, id, match.get().route());
        trace.ifPresent(one -> match.get().route().authorizer()
                .ifPresent(asked -> one.verdict(Verdicts.of(verdict, request, asked, one))));
        if (verdict instanceof Verdict.Refused(var reason)) {
            return new Integrator.Result.Failed(GatewayFailure.of(reason));
        }
        final Optional<byte[]> body;
        try {
            body = Body.read(request);
        } catch (Body.NoRoom tooMany) {
            return new Integrator.Result.Failed(GatewayFailure.THROTTLED);
        } catch (IOException incomplete) {
            return new Integrator.Result.Failed(incomplete.getCause() instanceof TimeoutException
                    ? GatewayFailure.badRequest(408, "Request Timeout")
                    : GatewayFailure.badRequest(400, "Bad Request"));
        }
        if (body.isEmpty()) {
            return new Integrator.Result.Unnumbered(Body.TOO_LONG);
        }
        trace.ifPresent(one -> one.sent(body.get()));
        var now = Instant.now();
        return integrator.integrate(new GatewayRequest(id, now, request.getMethod(), path,
                request.getConnectionMetaData().getProtocol(), Request.getRemoteAddr(request), match.get().route(),
                match.get().parameters(), query.get(), headers(request, id, now),
                verdict instanceof Verdict.Allowed(var context) ? context : Map.of(), body.get(), Faults.of(request)));
    }

    private boolean admits(Request request, Route route) {
        return Faults.of(request).limit(Throttling.name(route)).map(TokenBucket::take)
                .orElseGet(() -> api.throttling().admits(route));
    }

    private Verdict authorise(Request request, UUID id, Route route) throws InterruptedException {
        if (route.authorizer().isEmpty()) {
            return new Verdict.Allowed(Map.of());
        }
        var authorizer = route.authorizer().get();
        var method = request.getMethod();
        var path = path(request).routed();
        return authorization.check(authorizer, new Call(id.toString(),
                request.getHeaders().getValuesList(authorizer.header()), api.methodArn(method, path),
                api.methodArn(method, PercentEncoding.decode(path).orElse(path)), Faults.of(request)));
    }

    private RequestPath path(Request request) {
        return api.path(Optional.ofNullable(request.getHttpURI().getPath()).orElse("/"));
    }

    private static Map<String, List<String>> headers(Request request, UUID id, Instant now) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        for (var field : request.getHeaders()) {
            if (!OF_THE_CONNECTION.contains(field.getName().toLowerCase(Locale.ROOT))) {
                headers.computeIfAbsent(field.getName(), name -> new ArrayList<>())
                        .add(Optional.ofNullable(field.getValue()).orElse(""));
            }
        }
        headers.computeIfAbsent("X-Amzn-Trace-Id", name -> List.of("Root=1-%08x-%.24s".formatted(
                now.getEpochSecond(), id.toString().replace("-", ""))));
        headers.put("X-Forwarded-For", List.of(Request.getRemoteAddr(request)));
        headers.put("X-Forwarded-Port", List.of(Integer.toString(Request.getLocalPort(request))));
        headers.put("X-Forwarded-Proto", List.of("http"));
        return headers;
    }

    private static void write(Response response, Callback callback, Reply reply) {
        response.setStatus(reply.status());
        reply.headers().forEach((name, values) -> values.forEach(value -> response.getHeaders().add(name, value)));
        response.write(true, ByteBuffer.wrap(reply.body()), callback);
    }
}
