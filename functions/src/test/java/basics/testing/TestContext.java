package basics.testing;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;

/** The part of an invocation's context that the handlers use. Each has a unique id, as on Lambda. */
public record TestContext(LambdaLogger logger, int number, IntSupplier millis) implements Context {
    private static final AtomicInteger INVOCATIONS = new AtomicInteger();

    public TestContext(LambdaLogger logger, IntSupplier millis) {
        this(logger, INVOCATIONS.incrementAndGet(), millis);
    }

    @Override
    public String getAwsRequestId() {
        return "invocation-" + number;
    }

    @Override
    public LambdaLogger getLogger() {
        return logger;
    }

    @Override
    public String getLogGroupName() {
        return "group";
    }

    @Override
    public String getLogStreamName() {
        return "stream";
    }

    @Override
    public String getFunctionName() {
        return "function";
    }

    @Override
    public String getFunctionVersion() {
        return "1";
    }

    @Override
    public String getInvokedFunctionArn() {
        return "arn:aws:lambda:eu-central-1:000000000000:function:function";
    }

    @Override
    public CognitoIdentity getIdentity() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ClientContext getClientContext() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getRemainingTimeInMillis() {
        return millis.getAsInt();
    }

    @Override
    public int getMemoryLimitInMB() {
        return 512;
    }
}
