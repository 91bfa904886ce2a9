package basics.infra;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.IFunction;

/** How API Gateway names the invocation of a function. */
final class Invocation {

    private Invocation() {}

    static String of(IFunction function) {
        var stack = Stack.of(function);
        return "arn:%s:apigateway:%s:lambda:path/2015-03-31/functions/%s/invocations".formatted(stack.getPartition(),
                stack.getRegion(), function.getFunctionArn());
    }
}
