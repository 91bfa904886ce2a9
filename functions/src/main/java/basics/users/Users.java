package basics.users;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import basics.dynamodb.Capacity;
import basics.dynamodb.Setup;
import basics.dynamodb.Values;
import basics.http.Problem;
import basics.pages.Slice;
import basics.values.Email;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** The users table. */
record Users(DynamoDbClient client, String table, InstantSource clock) {

    /** @param setup its variables must include {@code USERS_TABLE} */
    static Users of(Setup setup) {
        return new Users(setup.client(User.EXAMPLE), setup.variables().required("USERS_TABLE"), setup.clock());
    }

    /**
     * Creates a user. If an earlier attempt of this request did so, returns that user as it is now.
     *
     * @throws Problem 409 if a user with this email exists; 422 if its idempotency key belongs to another request. The
     *            existing user stays unchanged
     */
    Map<String, AttributeValue> create(Email email, Map<String, AttributeValue> attributes, Write write) {
        var now = clock.instant();
        var item = User.create(email, attributes, now);
        write.markNew(item, now);
        try {
            write.capacity().write(client.putItem(PutItemRequest.builder()
                    .tableName(table)
                    .item(item)
                    .conditionExpression("attribute_not_exists(email)")
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                    .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)
                    .build()).consumedCapacity());
        } catch (ConditionalCheckFailedException e) {
            if (write.isIn(e.item())) {
                return e.item();
            }
            throw new Problem(409, "There is a user with this email already.");
        }
        return item;
    }

    /**
     * Reads the email in a path.
     *
     * @throws Problem 404 if it is not an email, since no user can have it
     */
    static Email email(String path) {
        var email = Email.parse(path);
        if (email == null) {
            throw notFound();
        }
        return email;
    }

    /**
     * Reads a user by the partition key alone. The read is consistent, so that a client sees its own write.
     *
     * @throws Problem 404
     */
    Map<String, AttributeValue> find(Email email, Capacity capacity) {
        var response = client.query(QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("email = :email")
                .expressionAttributeValues(Map.of(":email", Values.text(email.address())))
                .consistentRead(true)
                .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)
                .build());
        capacity.read(response.consumedCapacity());
        if (response.items().isEmpty()) {
            throw notFound();
        }
        return response.items().getFirst();
    }

    Slice scan(@Nullable Integer limit, Map<String, AttributeValue> start, Capacity capacity) {
        var response = client.scan(ScanRequest.builder()
                .tableName(table)
                .limit(limit)
                .exclusiveStartKey(start.isEmpty() ? null : start)
                .consistentRead(true)
                .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)
                .build());
        capacity.read(response.consumedCapacity());
        return new Slice(response.items(), response.lastEvaluatedKey());
    }

    /**
     * Deletes a user, and succeeds if it doesn't exist, so that a retry by the SDK succeeds too. A deleted user leaves
     * no trace by which to recognise a retry. If somebody creates the user anew before the retry, the retry deletes the
     * new one, unless {@code If-Match} has a version.
     *
     * @throws Problem 412 if the user exists at a version that doesn't match
     */
    void delete(Email email, IfMatch ifMatch, Capacity capacity) {
        var request = DeleteItemRequest.builder()
                .tableName(table)
                .key(User.key(email))
                .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES);
        if (!ifMatch.any()) {
            var expression = new Expression();
            var gone = "attribute_not_exists(" + expression.name(User.EMAIL) + ")";
            request.conditionExpression(String.join(" OR ", List.of(gone, ifMatch.condition(expression))))
                    .expressionAttributeNames(expression.names())
                    .expressionAttributeValues(expression.values().isEmpty() ? null : expression.values());
        }
        try {
            capacity.write(client.deleteItem(request.build()).consumedCapacity());
        } catch (ConditionalCheckFailedException e) {
            throw preconditionFailed();
        }
    }

    static Problem notFound() {
        return new Problem(404, "There is no user with this email.");
    }

    static Problem preconditionFailed() {
        return new Problem(412, "The user is no longer at the version in If-Match. Read it again.");
    }
}
