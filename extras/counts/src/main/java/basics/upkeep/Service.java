package basics.upkeep;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import basics.dynamodb.Setup;
import basics.embedded.platform.StartException;
import basics.embedded.template.Stack;
import basics.events.Shards;
import basics.http.Variables;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The tables, the stream and the queue of a running service, with the credentials and the region of whoever runs this.
 *
 * @param outputs of its stack
 */
record Service(DynamoDbClient dynamoDb, DynamoDbStreamsClient streams, SqsClient sqs, Map<String, String> outputs) {
    /** The template's parameters for the issuer of tokens, which no output depends on. */
    private static final List<String> PARAMETERS = List.of("Issuer", "JwksUri");

    /**
     * Finds it.
     *
     * @param assembly the cloud assembly that the service on this machine runs
     * @throws Refusal if there is none
     */
    static Service find(Settings settings, Path assembly) {
        return settings.environment().map(Service::deployed)
                .orElseGet(() -> at(settings.endpoint(), assembly));
    }

    private static Service deployed(String environment) {
        var stack = "DynamoDbBasics-" + environment;
        try (var cloudFormation = on(CloudFormationClient.builder()).build()) {
            var outputs = cloudFormation.describeStacks(of -> of.stackName(stack)).stacks().getFirst().outputs()
                    .stream().collect(Collectors.toMap(Output::outputKey, Output::outputValue));
            return new Service(on(DynamoDbClient.builder()).build(), on(DynamoDbStreamsClient.builder()).build(),
                    on(SqsClient.builder()).build(), outputs);
        } catch (CloudFormationException e) {
            throw new Refusal("The stack %s can't be read in this account and region: %s".formatted(stack,
                    e.awsErrorDetails().errorMessage()));
        }
    }

    private static Service at(URI endpoint, Path assembly) {
        try {
            var parameters = new HashMap<String, String>();
            PARAMETERS.stream().filter(name -> Stack.declares(assembly, name))
                    .forEach(name -> parameters.put(name, "http://localhost"));
            return at(endpoint, Stack.read(assembly, parameters).outputs());
        } catch (StartException e) {
            throw new Refusal("The template that mvn -Plocal serves can't be read: " + e.getMessage());
        }
    }

    /** The service on this machine. */
    static Service at(URI endpoint, Map<String, String> outputs) {
        return new Service(on(DynamoDbClient.builder()).endpointOverride(endpoint).build(),
                on(DynamoDbStreamsClient.builder()).endpointOverride(endpoint).build(),
                on(SqsClient.builder()).endpointOverride(endpoint).build(), outputs);
    }

    private static <B extends SdkSyncClientBuilder<B, ?> & AwsClientBuilder<B, ?>> B on(B builder) {
        return builder.httpClientBuilder(UrlConnectionHttpClient.builder());
    }

    String eventsTable() {
        return output("EventsTable");
    }

    String countsTable() {
        return output("CountsTable");
    }

    FailedBatches queue() {
        return new FailedBatches(sqs, output("FailedCountsQueue"));
    }

    /** How far to look for the events of a name: as the table's own record says. */
    Shards shards() {
        return Shards.of(new Setup(new Variables(Map.of()), InstantSource.system(), dynamoDb), dynamoDb, eventsTable());
    }

    private String output(String name) {
        var value = outputs.get(name);
        if (value == null) {
            throw new Refusal("The stack has no output %s: deploy this version of the service first.".formatted(name));
        }
        return value;
    }
}
