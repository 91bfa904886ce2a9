package basics.embedded;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jetty.server.Handler;

import basics.embedded.caches.AotCache;
import basics.embedded.caches.AotTraining;
import basics.embedded.dynamodb.AccessLog;
import basics.embedded.dynamodb.Callers;
import basics.embedded.dynamodb.DynamoDb;
import basics.embedded.dynamodb.OwnersAccess;
import basics.embedded.faults.Deliveries;
import basics.embedded.faults.Door;
import basics.embedded.gateway.Gateway;
import basics.embedded.gateway.ServedApi;
import basics.embedded.iam.Access;
import basics.embedded.iam.Roles;
import basics.embedded.issuer.LocalIssuer;
import basics.embedded.lambda.Functions;
import basics.embedded.lambda.Lambda;
import basics.embedded.lambda.LambdaFunction;
import basics.embedded.pages.Contract;
import basics.embedded.pages.FunctionList;
import basics.embedded.pages.Pages;
import basics.embedded.pages.RequestDetail;
import basics.embedded.pages.RequestList;
import basics.embedded.platform.Progress;
import basics.embedded.platform.StartException;
import basics.embedded.queues.QueueApi;
import basics.embedded.queues.Queues;
import basics.embedded.reload.CompiledCode;
import basics.embedded.reload.Sources;
import basics.embedded.reload.Synthesis;
import basics.embedded.reload.Watch;
import basics.embedded.streams.EventSources;
import basics.embedded.tables.Comparison;
import basics.embedded.tables.MoreItems;
import basics.embedded.tables.Partitions;
import basics.embedded.tables.TableList;
import basics.embedded.template.Stack;
import basics.embedded.traces.Traces;

/** A stack that runs on this machine. Several may run at once, also in one JVM, each with data of its own. */
public final class Embedded implements AutoCloseable {
    /** The template's parameters for the issuer, and the functions' variable for the audience of its tokens. */
    private static final String ISSUER = "Issuer";
    private static final String JWKS = "JwksUri";
    private static final String AUDIENCE = "AUDIENCE";

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Settings settings;
    private final Map<String, String> parameters;
    private final Traces traces;
    private final Progress progress = new Progress();
    private final DynamoDb dynamoDb;
    private final Lambda lambda;
    private final Queues queues = new Queues();
    private final EventSources eventSources;
    private final CompiledCode code;
    private final Gateway gateway;
    private final Optional<Door> door;
    private final OwnersAccess owner;
    private volatile Deployment deployment;

    private Embedded(Settings settings) {
        this.settings = settings;
        this.traces = settings.pages().isPresent() ? Traces.ofLastHundred() : Traces.NONE;
        var console = settings.console();
        try {
            var issuer = Optional.ofNullable(settings.issuer());
            var local = issuer.isEmpty() && Stack.declares(settings.assembly(), ISSUER)
                    ? Optional.of(opened(LocalIssuer.open()))
                    : Optional.<LocalIssuer>empty();
            parameters = issuer.or(() -> local.map(own -> new Issuer(own.issuer(), own.jwks())))
                    .map(Embedded::parameters).orElse(Map.of());
            var stack = Stack.read(settings.assembly(), parameters);
            var functions = Functions.of(stack, Roles.of(stack));
            settings.debugging().check(functions);
            Queues.check(stack);
            EventSources.check(stack, functions);
            var callers = new Callers();
            dynamoDb = opened(
                    DynamoDb.start(stack, settings.data(), settings.dynamoDbPort(), callers, traces, console));
            owner = dynamoDb.admitOwner();
            lambda = opened(new Lambda(functions, callers, dynamoDb.endpoint(), settings.environments(),
                    settings.idle(), settings.debugging(), traces, console));
            code = new CompiledCode(settings.sources().classes(), lambda::taskRoot, lambda.folder());
            deployment = new Deployment(stack, functions, ServedApi.of(stack, functions, lambda, traces, console));
            door = settings.faults()
                    ? Optional.of(opened(Door.open(() -> deployment.functionNames(), lambda::end)))
                    : Optional.empty();
            queues.serve(stack);
            dynamoDb.serve(QueueApi.TARGETS, new QueueApi(queues, this::localQueue));
            eventSources = opened(new EventSources(dynamoDb, lambda, queues,
                    door.map(Door::deliveries).orElse(Deliveries.FAULTLESS), Optional.ofNullable(settings.data()),
                    console));
            eventSources.serve(stack, functions);
            gateway = opened(Gateway.open(deployment.api(), settings.port(),
                    settings.debugging().ports().isEmpty() ? Gateway.SILENCE : Duration.ZERO,
                    served -> door.map(open -> open.before(served)).orElse(served),
                    Stream.concat(settings.pages().map(this::pages).stream(),
                            local.map(own -> own.tokenEndpoint(this::audience)).stream()).toArray(Handler[]::new)));
            if (settings.aot() != null) {
                var caches = new AotCache(settings.aot());
                lambda.startWith(caches);
                opened(AotTraining.start(caches, functions,
                        trainees -> DynamoDb.start(stack, trainees, line -> {}), progress, console));
            }
            watch(settings.sources());
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    private Pages pages(List<Path> folders) {
        var reads = dynamoDb.reads();
        return new Pages(deployment.stack().name(), folders, Map.of(
                "contract", new Contract(settings.sources().app()),
                "tables", new TableList(reads, name -> deployment.tableLabel(name)),
                "partitions", new Partitions(reads),
                "items", new MoreItems(reads),
                "comparison", new Comparison(reads),
                "requests", new RequestList(traces),
                "request", new RequestDetail(traces),
                "functions", new FunctionList(() -> lambda.states(deployment.functions()), progress)));
    }

    private void watch(Sources sources) {
        if (!sources.classes().isEmpty()) {
            reload();
            opened(Watch.start(sources.classes(), this::reload));
        }
        if (!sources.app().isEmpty()) {
            opened(Watch.start(sources.app(), () -> synthesise(new Synthesis(sources.synthesis()))));
        }
    }

    /** Runs the classes that were compiled by now, from the next calls on. */
    private synchronized void reload() {
        try {
            var changed = code.update(deployment.functions());
            if (!changed.isEmpty()) {
                var task = progress.begin("Reloading functions");
                lambda.serve(code.in(deployment.functions()));
                tell(task, "Reloaded: " + Deployment.inShort(changed));
            }
        } catch (UncheckedIOException failure) {
            tell(progress.begin("Reloading functions"),
                    "Not reloaded, and the service goes on as before: " + failure.getMessage());
        }
    }

    private void tell(Progress.Task task, String result) {
        task.end(result);
        settings.console().line(result);
    }

    private void synthesise(Synthesis synthesis) {
        var task = progress.begin("Synthesising the template, and taking it over");
        try {
            synthesis.run();
            tell(task, "Taken over: " + takeOver());
        } catch (InterruptedException closed) {
            task.end("Ended");
            Thread.currentThread().interrupt();
        } catch (RuntimeException refusal) {
            tell(task, "Not taken over, and the service goes on as before:\n" + refusal.getMessage());
        }
    }

    /**
     * Serves what the assembly holds now in the place of what it held: all of it or, when something can't be served or
     * changed in place, nothing. Tables that it lacks stay.
     *
     * @return what has changed, in words
     * @throws StartException
     *             when nothing was taken over, saying why
     */
    synchronized String takeOver() {
        var stack = Stack.read(settings.assembly(), parameters);
        var functions = Functions.of(stack, Roles.of(stack));
        var next = new Deployment(stack, functions, ServedApi.of(stack, functions, lambda, traces, settings.console()));
        dynamoDb.check(stack);
        Queues.check(stack);
        EventSources.check(stack, functions);
        lambda.prepare(functions);
        code.update(functions);
        dynamoDb.create(stack);
        queues.serve(stack);
        lambda.serve(code.in(functions));
        eventSources.serve(stack, functions);
        gateway.serve(next.api());
        var changes = deployment.changesTo(next);
        deployment = next;
        return changes;
    }

    /**
     * Starts all parts; functions start with their first request.
     *
     * @throws StartException
     *             when the template can't be served as it is; nothing is left running then
     */
    public static Embedded start(Settings settings) {
        return new Embedded(settings);
    }

    /** Where the API answers, without its stage, as behind a domain name of one's own. */
    public URI apiUrl() {
        return gateway.url();
    }

    /** Where it answers too, with the stage, as behind API Gateway's own names. */
    public URI stageUrl() {
        return gateway.stageUrl();
    }

    /** The stack's outputs, with the addresses of this gateway and its queues in the place of those on AWS. */
    public Map<String, String> outputs() {
        var stack = deployment.stack();
        return gateway.local(stack.outputs()).entrySet().stream().collect(Collectors.toUnmodifiableMap(
                Map.Entry::getKey, output -> output.getValue().replace(stack.queueUrl(""), localQueue(""))));
    }

    private String localQueue(String name) {
        return "%s/%s/%s".formatted(dynamoDb.endpoint(), deployment.stack().account(), name);
    }

    /** How this machine's owner gets at the tables and the queues. */
    public OwnersAccess owner() {
        return owner;
    }

    public AccessLog accessLog() {
        return dynamoDb.accessLog();
    }

    /** Where tests order faults; empty unless {@link Settings#withFaults()} has asked for it. */
    public Optional<URI> door() {
        return door.map(Door::url);
    }

    /**
     * What the role of each function allows it in DynamoDB, by the function's physical name, as the policies write it: to
     * be compared with {@link AccessLog#used()}.
     */
    public Map<String, Set<Access>> grants() {
        return deployment.functions().stream()
                .collect(Collectors.toMap(LambdaFunction::name, function -> function.role().grants("dynamodb"),
                        // A version has the role of its function.
                        (grants, _) -> grants));
    }

    private static Map<String, String> parameters(Issuer issuer) {
        return Map.of(ISSUER, issuer.issuer().toString(), JWKS, issuer.jwks().toString());
    }

    /** The one that a function wants in tokens; empty when none says so. */
    private String audience() {
        return deployment.functions().stream().map(function -> function.variables().getOrDefault(AUDIENCE, ""))
                .filter(audience -> !audience.isEmpty()).findFirst().orElse("");
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception failure) {
                throw new IllegalStateException("A part does not stop", failure);
            }
        }
    }
}
