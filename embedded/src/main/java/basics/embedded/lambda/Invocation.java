package basics.embedded.lambda;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** One event on its way to a handler, and the answer to come. */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
record Invocation(String arn, String requestId, byte[] event, Instant deadline, CompletableFuture<Outcome> outcome) {}
