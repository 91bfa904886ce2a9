package basics.embedded.caches;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import basics.embedded.dynamodb.AccessKey;
import basics.embedded.dynamodb.Callers;
import basics.embedded.dynamodb.DynamoDb;
import basics.embedded.iam.Role;
import basics.embedded.lambda.LambdaFunction;
import basics.embedded.lambda.NativeClient;
import basics.embedded.lambda.Reaper;
import basics.embedded.lambda.RuntimeClient;
import basics.embedded.lambda.TaskRoots;
import basics.embedded.lambda.Variables;
import basics.embedded.platform.Console;
import basics.embedded.platform.Progress;

/**
 * Makes missing caches in the background at low priority, so that nobody waits for them. During the training, the
 * functions call a separate DynamoDB. So nothing is stored, and no permission counts as used.
 */
public final class AotTraining implements AutoCloseable {
    private static final String NAME = "training";
    private static final Duration LONGEST_STOP = Duration.ofSeconds(2);
    /**
     * An event in both formats of invocations: a proxy event, and a request to an authorizer with an unsigned token.
     */
    private static final String EVENT = """
        {"resource": "/", "path": "/", "httpMethod": "GET", "headers": {"Accept": "application/json"},
         "multiValueHeaders": {"Accept": ["application/json"]}, "queryStringParameters": null,
         "multiValueQueryStringParameters": null, "pathParameters": null, "stageVariables": null,
         "requestContext": {"requestId": "training", "stage": "training", "resourcePath": "/", "path": "/",
           "httpMethod": "GET", "authorizer": {"principalId": "training"}}, "body": null, "isBase64Encoded": false,
         "type": "TOKEN", "authorizationToken": "Bearer %s.%s.%s",
         "methodArn": "arn:aws:execute-api:us-east-1:123456789012:training/training/GET/"}""".formatted(
            base64("{\"alg\":\"RS256\",\"kid\":\"training\"}"), base64("{\"sub\":\"training\"}"), base64("training"));

    private final AotCache caches;
    private final List<LambdaFunction> functions;
    private final Function<Callers, DynamoDb> dynamoDb;
    private final Progress progress;
    private final Console console;
    private final Reaper reaper = new Reaper();
    private final Thread thread;

    private AotTraining(AotCache caches, List<LambdaFunction> functions, Function<Callers, DynamoDb> dynamoDb,
            Progress progress, Console console) {
        this.progress = progress;
        this.caches = caches;
        this.functions = functions;
        this.dynamoDb = dynamoDb;
        this.console = console;
        thread = Thread.ofPlatform().daemon().name(NAME).unstarted(this::train);
    }

    /**
     * Starts the training, if any cache is missing.
     *
     * @param dynamoDb
     *            makes a DynamoDB for the roles that may call it
     */
    public static AotTraining start(AotCache caches, List<LambdaFunction> functions,
            Function<Callers, DynamoDb> dynamoDb, Progress progress, Console console) {
        var training = new AotTraining(caches, functions, dynamoDb, progress, console);
        training.thread.start();
        return training;
    }

    private void train() {
        var byCode = functions.stream().filter(function -> AotCache.serves(function.code()))
                .collect(Collectors.groupingBy(LambdaFunction::code, TreeMap::new, Collectors.toList()));
        var callers = new Callers();
        // A role with the permissions of all functions.
        var key = callers.admit(NAME, NAME,
                Role.ofAll(NAME, functions.stream().map(LambdaFunction::role).toList()));
        try {
            if (byCode.keySet().stream().allMatch(caches::has)) {
                return;
            }
            try (var data = dynamoDb.apply(callers); var roots = new TaskRoots()) {
                var nativeClient = new NativeClient(roots.folder());
                for (var code : byCode.entrySet()) {
                    if (!caches.has(code.getKey())) {
                        make(code.getKey(), code.getValue(), nativeClient, variables(code.getValue(), key, data));
                    }
                }
            }
            caches.keepOnly(byCode.keySet());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException failure) {
            if (!Thread.currentThread().isInterrupted()) {
                console.line("Functions start without an ahead-of-time cache, as it can't be made: "
                        + failure.toString().lines().findFirst().orElse(""));
            }
        }
    }

    private void make(Path code, List<LambdaFunction> trained, NativeClient nativeClient,
            Map<String, String> variables) throws IOException, InterruptedException {
        var task = progress.begin("Making an ahead-of-time cache: %d functions start quicker with it"
                .formatted(trained.size()));
        try {
            train(code, trained, nativeClient, variables);
            task.end("Made");
        } catch (IOException | RuntimeException failure) {
            task.end("Not made, and they start without");
            throw failure;
        }
    }

    private void train(Path code, List<LambdaFunction> trained, NativeClient nativeClient,
            Map<String, String> variables) throws IOException, InterruptedException {
        var memory = trained.stream().mapToInt(LambdaFunction::memory).max().orElseThrow();
        caches.make(code, RuntimeClient.command(AotCache.trainee(), memory, nativeClient), variables,
                trained.stream().collect(Collectors.toMap(LambdaFunction::handler, _ -> EVENT, (event, _) -> event)),
                reaper::watch);
    }

    private static Map<String, String> variables(List<LambdaFunction> trained, AccessKey key, DynamoDb data) {
        var variables = new HashMap<String, String>();
        trained.forEach(function -> variables.putAll(function.variables()));
        variables.putAll(Variables.of(trained.getFirst(), key, Path.of("/"), "", data.endpoint(), NAME));
        return variables;
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(LONGEST_STOP);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        reaper.close();
    }
}
