package basics.acceptance.target.stack;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.CreateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** A stack of its own for one run, in an emulator. Closing it takes everything away again. */
public final class Deployment implements AutoCloseable {

    /** The longest template that goes as text; the API's own limit (CreateStack, TemplateBody). */
    private static final long LONGEST_BODY = 51_200;
    /** The first function of a runtime may have to wait for its image: some 200 MB. */
    private static final Duration TO_CREATE = Duration.ofMinutes(15);
    private static final Duration TO_DELETE = Duration.ofMinutes(5);
    private static final Duration TO_ABANDON = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** More than the template asks for; there is nothing else of a bootstrap that an emulator needs. */
    private static final String BOOTSTRAP_VERSION = "30";

    private final Emulator emulator;
    private final PrintStream console;
    private final Uploads uploads;
    private final String name;
    private final Thread interruption = new Thread(this::abandon, "abandon the deployment");
    private volatile String id = "";

    private Deployment(Emulator emulator, PrintStream console, String name) {
        this.emulator = emulator;
        this.console = console;
        this.uploads = new Uploads(emulator.buckets());
        this.name = name;
    }

    /**
     * Deploys, and waits until it is done.
     *
     * @throws IllegalStateException
     *             if it failed, took too long, or is there on paper only; nothing of it is left then
     */
    public static Deployment of(Path assembly, URI endpoint, PrintStream console) {
        var cloudAssembly = CloudAssembly.read(assembly, Emulator.PLACE);
        var name = "%s-%08x".formatted(cloudAssembly.stackName(), new SecureRandom().nextInt());
        var deployment = new Deployment(Emulator.at(endpoint), console, name);
        Runtime.getRuntime().addShutdownHook(deployment.interruption);
        try {
            deployment.tellOfOthers(cloudAssembly.stackName() + '-');
            deployment.create(cloudAssembly);
            return deployment;
        } catch (RuntimeException | Error e) {
            try (deployment) {
                throw e;
            }
        }
    }

    /** The value of an output of the stack. */
    public String output(String key) {
        return Outputs.of(stack(), key);
    }

    private void create(CloudAssembly assembly) {
        assembly.bootstrapParameter().ifPresent(this::pretendBootstrap);
        var assets = assembly.assets();
        assets.forEach(uploads::upload);
        console.printf("Deploying %s to %s; at most %d minutes, as an image may have to be pulled first.%n", name,
                emulator.endpoint(), TO_CREATE.toMinutes());
        console.printf("It is deleted at the end, on Ctrl-C too. Should it be left: %s%n", deleting(name));
        var request = CreateStackRequest.builder().stackName(name).capabilities(Capability.CAPABILITY_IAM);
        id = emulator.stacks().createStack(withTemplate(request, assembly.template(), assets).build()).stackId();
        var progress = new Progress(console);
        var status = settled(progress, TO_CREATE);
        if (status != StackStatus.CREATE_COMPLETE) {
            throw new IllegalStateException(
                    "The stack %s is %s: %s%n%s".formatted(name, status, stack().stackStatusReason(), progress.all()));
        }
        if (!progress.fallbacks().isEmpty()) {
            throw new IllegalStateException("Of the stack %s, this is there on paper only:%n%s".formatted(name,
                    String.join("\n", progress.fallbacks())));
        }
    }

    private CreateStackRequest.Builder withTemplate(CreateStackRequest.Builder request, Path template,
            List<Asset> assets) {
        try {
            if (Files.size(template) <= LONGEST_BODY) {
                return request.templateBody(Files.readString(template));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The template can't be read: " + template, e);
        }
        var asset = assets.stream().filter(file -> file.source().equals(template)).findFirst().orElseThrow();
        return request.templateURL("%s/%s/%s".formatted(emulator.endpoint(), asset.bucket(), asset.key()));
    }

    private void pretendBootstrap(String parameter) {
        try {
            emulator.parameters().getParameter(get -> get.name(parameter));
        } catch (ParameterNotFoundException e) {
            emulator.parameters().putParameter(
                    put -> put.name(parameter).type(ParameterType.STRING).value(BOOTSTRAP_VERSION));
        }
    }

    /** Waits for the end of what is in progress, and shows how it goes. */
    private StackStatus settled(Progress progress, Duration atMost) {
        try {
            return Awaitility.await().atMost(atMost).pollDelay(Duration.ZERO).pollInterval(PAUSE).until(() -> {
                progress.show(events());
                return stack().stackStatus();
            }, status -> !status.toString().endsWith("_IN_PROGRESS"));
        } catch (ConditionTimeoutException e) {
            throw new IllegalStateException("The stack %s is not done after %d minutes.%n%s".formatted(name,
                    atMost.toMinutes(), progress.all()), e);
        }
    }

    private List<StackEvent> events() {
        return emulator.stacks().describeStackEventsPaginator(of -> of.stackName(id)).stackEvents().stream().toList();
    }

    /** By its id, under which a stack is still known when it is deleted. */
    private Stack stack() {
        return emulator.stacks().describeStacks(of -> of.stackName(id)).stacks().getFirst();
    }

    /** Random names keep runs apart; what a killed one has left is for a human to tell from one that goes on. */
    private void tellOfOthers(String prefix) {
        // LocalStack, unlike CloudFormation, lists those that are deleted, too.
        emulator.stacks().describeStacksPaginator().stacks().stream()
                .filter(stack -> stack.stackStatus() != StackStatus.DELETE_COMPLETE).map(Stack::stackName)
                .filter(other -> other.startsWith(prefix)).forEach(other -> console.printf(
                        "There is %s, of another run. Should that be over: %s%n", other, deleting(other)));
    }

    private String deleting(String stack) {
        return "aws --endpoint-url %s --region %s cloudformation delete-stack --stack-name %s".formatted(
                emulator.endpoint(), Emulator.PLACE.region(), stack);
    }

    /** When the run is cut off: the emulator deletes by itself, but not what it still creates. */
    private void abandon() {
        try {
            if (!id.isEmpty()) {
                settled(silent(), TO_ABANDON);
            }
        } finally {
            if (!id.isEmpty()) {
                emulator.stacks().deleteStack(of -> of.stackName(id));
            }
            uploads.delete();
        }
    }

    @Override
    public void close() {
        forgetInterruption();
        try (emulator) {
            if (!id.isEmpty()) {
                delete();
            }
            uploads.delete();
        }
    }

    private static Progress silent() {
        return new Progress(new PrintStream(PrintStream.nullOutputStream()));
    }

    private void forgetInterruption() {
        try {
            Runtime.getRuntime().removeShutdownHook(interruption);
        } catch (IllegalStateException e) {
            // It has begun, and does what it can.
        }
    }

    private void delete() {
        console.printf("Deleting %s; at most %d minutes.%n", name, TO_DELETE.toMinutes());
        emulator.stacks().deleteStack(of -> of.stackName(id));
        var progress = silent();
        var status = settled(progress, TO_DELETE);
        if (status != StackStatus.DELETE_COMPLETE) {
            throw new IllegalStateException("The stack %s can't be deleted: it is %s%n%s".formatted(name, status,
                    progress.all()));
        }
    }
}
