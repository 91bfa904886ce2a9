package basics.embedded.dynamodb;

import java.io.IOException;
import java.nio.ByteBuffer;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

import basics.embedded.faults.DynamoDbFault;
import basics.embedded.faults.Victim;
import basics.embedded.template.Json;

/**
 * A call of DynamoDB that goes wrong. What is refused is worded as DynamoDB words it (Developer Guide, "Error handling
 * with DynamoDB"; API Reference, "TransactWriteItems").
 *
 * @param dynamoDb
 *            what would answer it
 */
record FaultyCall(Request.Handler dynamoDb, Victim victim) {
    private static final String TYPE = "com.amazonaws.dynamodb.v20120810#";
    private static final String THROTTLED = "The level of configured provisioned throughput for the table was exceeded. "
            + "Consider increasing your provisioning level with the UpdateTable API.";

    /** Always answers, or closes the connection. */
    boolean answer(DynamoDbFault fault, String action, ByteBuffer body, Request request, Response response,
            Callback callback) throws Exception {
        return switch (fault.kind()) {
            case DENIED -> Front.deny(response, callback, "No grants are left, as ordered.");
            case THROTTLED -> action.startsWith("Transact")
                    ? cancel(body, response, callback)
                    : Front.refuse(response, callback, TYPE + "ProvisionedThroughputExceededException", THROTTLED);
            case REQUEST_LOST -> lose(request, callback);
            case ANSWER_LOST -> dynamoDb.handle(request, new Unsent(response),
                    Callback.from(() -> lose(request, callback), _ -> lose(request, callback)));
            case SLOW -> {
                Thread.sleep(fault.delay());
                if (victim.isSpared()) {
                    // A test that has ended its order has cleaned up after it, too.
                    yield lose(request, callback);
                }
                victim.strikeDuringCall();
                yield dynamoDb.handle(request, response, callback);
            }
        };
    }

    private static boolean cancel(ByteBuffer body, Response response, Callback callback) throws IOException {
        var items = Json.MAPPER.readTree(BufferUtil.toArray(body)).path("TransactItems").size();
        var error = Json.MAPPER.createObjectNode();
        var reasons = error.putArray("CancellationReasons");
        for (var item = 0; item < items; item++) {
            var reason = reasons.addObject();
            if (item == 0) {
                reason.put("Code", "ThrottlingError").put("Message", THROTTLED);
            } else {
                reason.put("Code", "None");
            }
        }
        error.put("Message", "Transaction cancelled, please refer cancellation reasons for specific reasons [%s]"
                .formatted(String.join(", ", reasons.findValuesAsText("Code"))));
        return Front.refuse(response, callback, error.put("__type", TYPE + "TransactionCanceledException"));
    }

    private boolean lose(Request request, Callback callback) {
        victim.strikeDuringCall();
        request.getConnectionMetaData().getConnection().getEndPoint().close();
        callback.failed(new IOException("The connection was closed, as ordered"));
        return true;
    }

    /** An answer that nobody is sent. */
    private static final class Unsent extends Response.Wrapper {
        Unsent(Response response) {
            super(response.getRequest(), response);
        }

        @Override
        public void write(boolean last, ByteBuffer content, Callback callback) {
            callback.succeeded();
        }
    }
}
