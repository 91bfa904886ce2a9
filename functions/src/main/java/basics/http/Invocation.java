package basics.http;

import java.util.function.IntSupplier;

import com.amazonaws.services.lambda.runtime.LambdaLogger;

/**
 * One invocation of a function, as far as handlers use what Lambda says of it.
 *
 * @param id Lambda's own, another one each time
 * @param remainingMillis until Lambda ends it
 */
record Invocation(String id, IntSupplier remainingMillis, LambdaLogger log) {}
