package basics.dynamodb;

import java.time.InstantSource;

import org.jspecify.annotations.Nullable;

import basics.http.Variables;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The parts from which a handler of a table is made.
 *
 * @param given the client to use, or null to make one from the variables ({@link Client})
 */
public record Setup(Variables variables, InstantSource clock, @Nullable DynamoDbClient given) {

    /** The setup of a function that Lambda starts. */
    public static Setup ofProcess() {
        return of(Variables.ofProcess());
    }

    public static Setup of(Variables variables) {
        return new Setup(variables, InstantSource.system(), null);
    }

    /**
     * The client for a table.
     *
     * @param example an item of the table in DynamoDB's JSON, which {@link PrimingRequests} answers with
     */
    public DynamoDbClient client(String example) {
        return given == null ? Client.of(variables, example) : given;
    }
}
