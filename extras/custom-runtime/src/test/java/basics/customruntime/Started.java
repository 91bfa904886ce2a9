package basics.customruntime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import basics.embedded.dynamodb.Callers;
import basics.embedded.dynamodb.DynamoDb;
import basics.embedded.faults.Faults;
import basics.embedded.iam.Roles;
import basics.embedded.lambda.Functions;
import basics.embedded.lambda.Lambda;
import basics.embedded.lambda.LambdaFunction;
import basics.embedded.lambda.Outcome;
import basics.embedded.template.Stack;

/** Runs {@code readUser} with DynamoDB Local by the bootstrap of a folder, and logs the loaded classes. */
final class Started implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final LambdaFunction function;
    private final DynamoDb dynamoDb;
    private final Lambda lambda;

    Started(Path root, Path assembly) {
        var stack = Stack.read(assembly, Map.of());
        var like = Functions.of(stack, Roles.of(stack)).stream()
                .filter(each -> each.handler().equals("basics.users.ReadUser")).findFirst().orElseThrow();
        var variables = new HashMap<>(like.variables());
        variables.put("JAVA_TOOL_OPTIONS", "-Xlog:class+load -Xlog:aot");
        function = new LambdaFunction(like.name(), like.version(), like.snapStart(), like.shortName(), like.arns(),
                like.region(), like.handler(), root, variables, like.memory(), PATIENCE, 1, like.logFormat(),
                like.logLevel(), like.role());
        var callers = new Callers();
        dynamoDb = DynamoDb.start(stack, callers, log::add);
        lambda = new Lambda(List.of(function), callers, dynamoDb.endpoint(), 1, PATIENCE, log::add);
    }

    /** The answer to a request for an unknown user. */
    String answer() throws Exception {
        var request = Request.all().stream().filter(each -> each.handler().equals(function.handler()))
                .findFirst().orElseThrow();
        var outcome = lambda.invoke(function.arns().getFirst(), UUID.randomUUID().toString(),
                request.event().getBytes(UTF_8), PATIENCE, Faults.NONE);
        return outcome instanceof Outcome.Answer answer ? new String(answer.payload(), UTF_8) : outcome.toString();
    }

    List<String> log() {
        return List.copyOf(log);
    }

    @Override
    public void close() {
        lambda.close();
        dynamoDb.close();
    }
}
