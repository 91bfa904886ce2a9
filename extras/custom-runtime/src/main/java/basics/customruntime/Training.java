package basics.customruntime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import basics.embedded.caches.Trainee;
import basics.embedded.dynamodb.Callers;
import basics.embedded.dynamodb.DynamoDb;
import basics.embedded.faults.Faults;
import basics.embedded.iam.Role;
import basics.embedded.iam.Roles;
import basics.embedded.lambda.Functions;
import basics.embedded.lambda.Lambda;
import basics.embedded.lambda.LambdaFunction;
import basics.embedded.lambda.Outcome;
import basics.embedded.platform.Console;
import basics.embedded.platform.StartException;
import basics.embedded.platform.TemporaryFolder;
import basics.embedded.template.Stack;

/**
 * Runs an image like Lambda, with DynamoDB Local, while Java records the classes that it loads and links (JEP 483,
 * 514). The recording becomes the image's cache.
 */
final class Training {
    private static final String NAME = "training";
    private static final String LOG = "training.log";
    private static final int MEMORY = 1024;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private Training() {}

    /**
     * Adds a cache to the image.
     *
     * @param assembly
     *            the cloud assembly with the functions' tables and settings
     * @param folder
     *            the folder for temporary files
     * @throws StartException
     *            when an answer is unexpected, or Java writes no cache
     */
    static void run(Image image, Path assembly, Path folder) {
        var stack = Stack.read(assembly, Map.of());
        var functions = Functions.of(stack, Roles.of(stack));
        var role = Role.ofAll(NAME, functions.stream().map(LambdaFunction::role).toList());
        var callers = new Callers();
        var handlers = Request.all().stream().map(Request::handler).distinct().toList();
        try {
            TemporaryFolder.delete(folder);
            Files.createDirectories(folder);
            Trainee.copyTo(image.folder());
            try (var log = new PrintStream(folder.resolve(LOG).toFile(), UTF_8);
                    var dynamoDb = DynamoDb.start(stack, callers, Console.to(log));
                    var tls = TlsFront.open(dynamoDb.endpoint(), folder)) {
                var variables = variables(functions);
                variables.put("JAVA_TOOL_OPTIONS", "-XX:AOTCacheOutput=" + Image.CACHE + ' ' + tls.option());
                variables.put(Trainee.HANDLERS, String.join(",", handlers));
                var names = Stream.concat(handlers.stream(), Stream.of(Trainee.END)).toList();
                var function = new LambdaFunction(NAME, LambdaFunction.LATEST, false, NAME, names, stack.region(),
                        Trainee.class.getName(), image.folder(), variables, MEMORY, LIMIT, 1, "JSON", "", role);
                try (var lambda = new Lambda(List.of(function), callers, tls.endpoint(), 1, LIMIT, Console.to(log))) {
                    train(lambda);
                }
            }
            // The operations are on the class path and so in the cache. The trainee isn't, so it can leave the image.
            TemporaryFolder.delete(image.folder().resolve(Trainee.class.getPackageName().split("\\.", 2)[0]));
            if (!Files.exists(image.folder().resolve(Image.CACHE))) {
                throw new StartException("Java has written no cache: see %s.".formatted(folder.resolve(LOG)));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void train(Lambda lambda) {
        for (var request : Request.all()) {
            var outcome = invoke(lambda, request.handler(), request.event());
            if (!(outcome instanceof Outcome.Answer answer && new String(answer.payload(), UTF_8)
                    .contains("\"statusCode\":" + request.status()))) {
                throw new StartException("The training of %s should have been answered with %d: %s".formatted(
                        request.handler(), request.status(), outcome instanceof Outcome.Answer other
                                ? new String(other.payload(), UTF_8)
                                : outcome));
            }
        }
        invoke(lambda, Trainee.END, "{}");
    }

    private static Outcome invoke(Lambda lambda, String name, String event) {
        try {
            return lambda.invoke(name, UUID.randomUUID().toString(), event.getBytes(UTF_8), LIMIT, Faults.NONE);
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            throw new StartException("The training ended early: " + failure, failure);
        }
    }

    /** The environment variables of all functions together. */
    private static Map<String, String> variables(List<LambdaFunction> functions) {
        var variables = new HashMap<String, String>();
        functions.forEach(function -> variables.putAll(function.variables()));
        return variables;
    }
}
