package basics.infra.functions;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.IFunction;

/** The URI by which API Gateway invokes a function. */
public final class InvocationUri {

    private InvocationUri() {}

    public static String of(IFunction function) {
        var stack = Stack.of(function);
        return "arn:%s:apigateway:%s:lambda:path/2015-03-31/functions/%s/invocations".formatted(stack.getPartition(),
                stack.getRegion(), function.getFunctionArn());
    }
}
