package basics.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import basics.http.Environment;
import basics.http.Handler;
import basics.http.PrimingRun;

/** What is true of the priming of each operation that works with a table. */
public final class PrimingTests {
    private PrimingTests() {}

    /** A function's environment with SnapStart. */
    public static Environment environment(Relay relay, Map<String, String> tables) {
        var variables = new HashMap<>(tables);
        variables.put("AWS_REGION", "eu-central-1");
        variables.put("AWS_ENDPOINT_URL_DYNAMODB", relay.uri().toString());
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        return new Environment(variables);
    }

    /**
     * DynamoDB gets all requests of a priming, with a connection for each and nothing left of it, and nothing is other
     * than before.
     *
     * @param target what is asked of DynamoDB, such as {@code PutItem}
     */
    public static void changesNothing(Tables tables, Map<String, String> names,
            Function<Environment, RequestStreamHandler> newHandler, String target) throws Exception {
        RequestStreamHandler handler = null;
        try (var relay = new Relay(tables.endpoint())) {
            handler = newHandler.apply(environment(relay, names));
            var before = Contents.of(tables.client());

            RuntimeHooks.checkpoint();

            assertThat(Contents.of(tables.client())).isEqualTo(before);
            assertThat(relay.sent()).hasSize(20).allSatisfy(request -> assertThat(request)
                    .contains("X-Amz-Target: DynamoDB_20120810." + target).contains("Connection: close")
                    .doesNotContain("Connection: keep-alive"));
            assertThat(
                    relay.sent().stream().flatMap(request -> Arrays.stream(request.split("X-Amz-Target", -1)).skip(1)))
                    .hasSameSizeAs(relay.sent());
            await().until(() -> relay.open() == 0);
            RuntimeHooks.restore();
        } finally {
            Reference.reachabilityFence(handler);
        }
    }

    /**
     * All goes well, both where DynamoDB's own answer is taken and where that of a success is.
     *
     * @param statuses of the one and of the other
     */
    public static void answersAs(Tables tables, Map<String, String> names,
            Function<Environment, RequestStreamHandler> newHandler, String statuses) throws Exception {
        try (var relay = new Relay(tables.endpoint())) {
            var line = PrimingRun.line((Handler) newHandler.apply(environment(relay, names)));

            assertThat(line).contains("INFO priming=done").contains(" status=" + statuses + " ");
        }
    }
}
