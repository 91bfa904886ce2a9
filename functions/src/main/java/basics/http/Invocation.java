package basics.http;

import java.util.function.IntSupplier;

import com.amazonaws.services.lambda.runtime.LambdaLogger;

/**
 * An invocation of a function: the part of Lambda's context that handlers use.
 *
 * @param id Lambda's request id, unique for each invocation
 * @param remainingMillis until the function times out
 */
record Invocation(String id, IntSupplier remainingMillis, LambdaLogger log) {}
