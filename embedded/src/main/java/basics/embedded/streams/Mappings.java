package basics.embedded.streams;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

import basics.embedded.dynamodb.StreamReader;
import basics.embedded.iam.Access;
import basics.embedded.iam.Decision;
import basics.embedded.lambda.LambdaFunction;
import basics.embedded.platform.StartException;
import basics.embedded.template.Json;
import basics.embedded.template.Properties;
import basics.embedded.template.Resource;
import basics.embedded.template.Stack;

/**
 * Reads the event source mappings of a stack. The defaults and limits are Lambda's (Lambda Developer Guide, "Lambda
 * parameters for Amazon DynamoDB event source mappings"; Lambda API Reference, "CreateEventSourceMapping").
 */
final class Mappings {
    private static final Set<String> HONOURED = Set.of("BatchSize", "BisectBatchOnFunctionError", "DestinationConfig",
            "Enabled", "EventSourceArn", "FunctionName", "FunctionResponseTypes", "MaximumBatchingWindowInSeconds",
            "MaximumRecordAgeInSeconds", "MaximumRetryAttempts", "StartingPosition");
    /** More batches of a shard at a time would only be quicker. */
    private static final Set<String> WITHOUT_EFFECT = Set.of("ParallelizationFactor", "Tags");
    private static final int UNLIMITED = -1;
    private static final String REPORT = "ReportBatchItemFailures";

    private final Stack stack;
    private final Collection<LambdaFunction> functions;

    private Mappings(Stack stack, Collection<LambdaFunction> functions) {
        this.stack = stack;
        this.functions = functions;
    }

    /**
     * Those that are enabled.
     *
     * @throws StartException
     *             when one can't be honoured, or the role of its function lacks a grant, with which AWS refuses it too
     */
    static List<Mapping> of(Stack stack, Collection<LambdaFunction> functions) {
        var mappings = new Mappings(stack, functions);
        return stack.resources("AWS::Lambda::EventSourceMapping").stream().map(mappings::read).flatMap(Optional::stream)
                .toList();
    }

    private Optional<Mapping> read(Resource resource) {
        var properties = resource.properties();
        Properties.check(resource.toString(), properties, HONOURED, WITHOUT_EFFECT);
        var arn = functionArn(properties.path("FunctionName").asText());
        var function = functions.stream().filter(one -> one.arns().contains(arn)).findFirst()
                .orElseThrow(() -> new StartException(
                        "%s invokes %s, which the template lacks.".formatted(resource, arn)));
        var age = number(resource, "MaximumRecordAgeInSeconds", UNLIMITED, UNLIMITED, 604_800);
        if (age != UNLIMITED && age < 60) {
            throw new StartException("MaximumRecordAgeInSeconds of %s is %d: -1, or from 60 to 604800 is possible."
                    .formatted(resource, age));
        }
        var retries = number(resource, "MaximumRetryAttempts", UNLIMITED, UNLIMITED, 10_000);
        var mapping = new Mapping(resource.logicalId(), arn, function, streamArn(resource), oldestFirst(resource),
                number(resource, "BatchSize", 100, 1, 10_000),
                Duration.ofSeconds(number(resource, "MaximumBatchingWindowInSeconds", 0, 0, 300)),
                properties.path("BisectBatchOnFunctionError").asBoolean(), reports(resource),
                retries == UNLIMITED ? OptionalInt.empty() : OptionalInt.of(retries),
                age == UNLIMITED ? Optional.empty() : Optional.of(Duration.ofSeconds(age)), destination(resource));
        checkGrants(resource, mapping);
        return properties.path("Enabled").asBoolean(true) ? Optional.of(mapping) : Optional.empty();
    }

    private String functionArn(String name) {
        return name.startsWith("arn:") ? name : stack.arn("lambda", "function:" + name);
    }

    private String streamArn(Resource resource) {
        var arn = resource.properties().path("EventSourceArn").asText();
        return stack.resources("AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable").stream()
                .filter(table -> table.properties().has("StreamSpecification"))
                .map(table -> stack.streamArn(table.physicalName())).filter(arn::equals).findFirst()
                .orElseThrow(() -> new StartException("%s reads %s: only streams of the template's tables can be read."
                        .formatted(resource, arn.isEmpty() ? "nothing" : arn)));
    }

    private static boolean oldestFirst(Resource resource) {
        return switch (resource.properties().path("StartingPosition").asText()) {
            case "TRIM_HORIZON" -> true;
            case "LATEST" -> false;
            case String other -> throw new StartException(
                    "StartingPosition of %s is '%s': TRIM_HORIZON or LATEST is possible.".formatted(resource, other));
        };
    }

    private static boolean reports(Resource resource) {
        var types = Json.texts(resource.properties().path("FunctionResponseTypes"));
        if (!Set.of(REPORT).containsAll(types)) {
            throw new StartException(
                    "FunctionResponseTypes of %s are %s: %s is possible.".formatted(resource, types, REPORT));
        }
        return !types.isEmpty();
    }

    private Optional<String> destination(Resource resource) {
        var config = resource.properties().path("DestinationConfig");
        Properties.check("DestinationConfig of " + resource, config, Set.of("OnFailure"), Set.of());
        if (config.isMissingNode()) {
            return Optional.empty();
        }
        var arn = config.path("OnFailure").path("Destination").asText();
        if (stack.resources("AWS::SQS::Queue").stream()
                .noneMatch(queue -> stack.arn("sqs", queue.physicalName()).equals(arn))) {
            throw new StartException("%s sends what has failed to %s: only queues of the template can be sent to."
                    .formatted(resource, arn));
        }
        return Optional.of(arn);
    }

    private static int number(Resource resource, String property, int otherwise, int least, int most) {
        var value = resource.properties().path(property).asInt(otherwise);
        if (value < least || value > most) {
            throw new StartException(
                    "%s of %s is %d: from %d to %d is possible.".formatted(property, resource, value, least, most));
        }
        return value;
    }

    private static void checkGrants(Resource resource, Mapping mapping) {
        var role = mapping.function().role();
        Stream.concat(StreamReader.needs(mapping.streamArn()).stream(),
                mapping.destination().map(queue -> new Access("sqs:SendMessage", queue)).stream())
                .filter(access -> role.decide(access) != Decision.ALLOWED).findFirst().ifPresent(access -> {
                    throw new StartException("%s can't be created: the role %s of %s doesn't allow %s on %s.".formatted(
                            resource, role.name(), mapping.function().shortName(), access.action(),
                            access.resource()));
                });
    }
}
