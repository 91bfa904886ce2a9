package basics.dynamodb;

import java.time.InstantSource;

import org.jspecify.annotations.Nullable;

import basics.http.Variables;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What a table's handler is made with.
 *
 * @param given the client to use, or null for the one that the variables describe ({@link Client})
 */
public record Setup(Variables variables, InstantSource clock, @Nullable DynamoDbClient given) {

    /** As Lambda starts a function. */
    public static Setup ofProcess() {
        return of(Variables.ofProcess());
    }

    public static Setup of(Variables variables) {
        return new Setup(variables, InstantSource.system(), null);
    }

    /**
     * The client for a table.
     *
     * @param example an item as the table holds it, in DynamoDB's JSON, for {@link PrimingRequests} to answer with
     */
    public DynamoDbClient client(String example) {
        return given == null ? Client.of(variables, example) : given;
    }
}
