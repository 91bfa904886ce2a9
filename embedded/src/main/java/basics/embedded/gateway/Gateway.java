package basics.embedded.gateway;

import basics.embedded.authorizer.Authorization;
import basics.embedded.lambda.Lambda;
import basics.embedded.platform.Console;
import basics.embedded.platform.Listener;
import basics.embedded.template.Stack;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;

/**
 * API Gateway on the loopback interface: the routes of the template's one REST API, at the root of the address, as behind a
 * domain name of one's own, and below the name of the stage, as behind API Gateway's own.
 */
public final class Gateway implements AutoCloseable {
    /** API Gateway Developer Guide, "Important notes for REST APIs": request line and headers, in bytes. */
    private static final int LONGEST_HEAD = 10_240;

    /** Longer than the integration timeout: while a function works, the connection is silent too. */
    private static final Duration SILENCE = Duration.ofSeconds(40);

    private final Api api;
    private final Listener listener;

    private Gateway(Api api, Listener listener) {
        this.api = api;
        this.listener = listener;
    }

    /**
     * Checks the API and serves it.
     *
     * @param first
     *            what is asked before the API's own routes, and answers what is its own
     * @param port
     *            0 for any free one
     * @param before
     *            puts something before all that, or nothing
     */
    public static Gateway open(Stack stack, Lambda lambda, int port, Console console, UnaryOperator<Handler> before,
            Handler... first) {
        var api = Api.read(stack);
        new Permissions(stack).check(api, lambda::has);
        var handlers = new Handler.Sequence(first);
        handlers.addHandler(
                new GatewayHandler(api, new Authorization(lambda, console), new Integrator(api, lambda, console)));
        var listener = Listener.open(port, SILENCE, before.apply(handlers), new Refusals(api.responses()), settings -> {
            settings.setRequestHeaderSize(LONGEST_HEAD);
            settings.setUriCompliance(UriCompliance.UNSAFE);
            settings.setHttpCompliance(HttpCompliance.RFC7230.with("gateway",
                    HttpCompliance.Violation.CASE_SENSITIVE_FIELD_NAME));
        });
        return new Gateway(api, listener);
    }

    public URI url() {
        return URI.create("http://localhost:" + listener.port());
    }

    public URI stageUrl() {
        return URI.create(url() + "/" + api.stage());
    }

    /** Puts this gateway's address in the place of the one that the stage would have on AWS. */
    public Map<String, String> local(Map<String, String> outputs) {
        return outputs.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey,
                output -> output.getValue().replace(api.address(), url().toString())));
    }

    @Override
    public void close() {
        listener.close();
    }
}
