package basics.acceptance.target.stack;

import java.util.stream.Collectors;

import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** What a stack tells of itself. */
final class Outputs {

    private Outputs() {}

    /**
     * The value of an output.
     *
     * @throws IllegalStateException
     *             if the stack doesn't have it
     */
    static String of(Stack stack, String key) {
        return stack.outputs().stream().filter(output -> output.outputKey().equals(key)).map(Output::outputValue)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The stack %s has no output %s, only %s".formatted(
                        stack.stackName(), key,
                        stack.outputs().stream().map(Output::outputKey).collect(Collectors.joining(", ")))));
    }
}
