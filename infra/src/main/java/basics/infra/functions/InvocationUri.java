package basics.infra.functions;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.IFunction;

/** How API Gateway names the invocation of a function. */
public final class InvocationUri {

    private InvocationUri() {}

    public static String of(IFunction function) {
        var stack = Stack.of(function);
        return "arn:%s:apigateway:%s:lambda:path/2015-03-31/functions/%s/invocations".formatted(stack.getPartition(),
                stack.getRegion(), function.getFunctionArn());
    }
}
