package basics.embedded.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import basics.embedded.platform.Listener;

/**
 * API Gateway on the loopback interface: the routes of the template's one REST API, at the root of the address, as behind a
 * domain name of one's own, and below the name of the stage, as behind API Gateway's own.
 */
public final class Gateway implements AutoCloseable {
    /** API Gateway Developer Guide, "Important notes for REST APIs": request line and headers, in bytes. */
    private static final int LONGEST_HEAD = 10_240;

    /** Longer than the integration timeout: while a function works, the connection is silent too. */
    public static final Duration SILENCE = Duration.ofSeconds(40);

    private final AtomicReference<ServedApi> served;
    private final Listener listener;

    private Gateway(AtomicReference<ServedApi> served, Listener listener) {
        this.served = served;
        this.listener = listener;
    }

    /**
     * Serves an API.
     *
     * @param first
     *            what is asked before the API's own routes, and answers what is its own
     * @param port
     *            0 for any free one
     * @param silence
     *            after which a connection is closed; zero for never
     * @param before
     *            puts something before all that, or nothing
     */
    public static Gateway open(ServedApi api, int port, Duration silence, UnaryOperator<Handler> before,
            Handler... first) {
        var served = new AtomicReference<>(api);
        var handlers = new Handler.Sequence(first);
        handlers.addHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                return served.get().handler().handle(request, response, callback);
            }
        });
        Request.Handler refusals = (request, response, callback) -> served.get().refusals().handle(request, response,
                callback);
        var listener = Listener.open(port, silence, before.apply(handlers), refusals, settings -> {
            settings.setRequestHeaderSize(LONGEST_HEAD);
            settings.setUriCompliance(UriCompliance.UNSAFE);
            settings.setHttpCompliance(HttpCompliance.RFC7230.with("gateway",
                    HttpCompliance.Violation.CASE_SENSITIVE_FIELD_NAME));
        });
        return new Gateway(served, listener);
    }

    /** Serves another API from the next request on; those under way end in the one that they began in. */
    public void serve(ServedApi api) {
        served.set(api);
    }

    public URI url() {
        return URI.create("http://localhost:" + listener.port());
    }

    public URI stageUrl() {
        return URI.create(url() + "/" + served.get().api().stage());
    }

    /** Puts this gateway's address in the place of the one that the stage would have on AWS. */
    public Map<String, String> local(Map<String, String> outputs) {
        return outputs.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey,
                output -> output.getValue().replace(served.get().api().address(), url().toString())));
    }

    @Override
    public void close() {
        listener.close();
    }
}
