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

    /** @param setup with the variable {@code USERS_TABLE} */
    static Users of(Setup setup) {
        return new Users(setup.client(User.EXAMPLE), setup.variables().required("USERS_TABLE"), setup.clock());
    }

    /**
     * Creates a user, unless this very request has done so: then the answer is the user as it is now.
     *
     * @throws Problem 409 if there is another user with this email; 422 if its key belongs to another request. The user
     *             that is there stays as it is
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
     * The email that a path names.
     *
     * @throws Problem 404 for anything else, as no user can have it
     */
    static Email email(String path) {
        var email = Email.parse(path);
        if (email == null) {
            throw notFound();
        }
        return email;
    }

    /**
     * Reads a user by the partition key alone, and consistently: whoever has just written it sees it.
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
     * Deletes a user, or finds it gone, so that a repetition by the SDK succeeds as well. Nothing is left of a deleted user
     * to know the repetition by: if somebody creates the user anew in between, the new one is deleted too. With a
     * version in {@code If-Match} it stays.
     *
     * @throws Problem 412 if there is a user, and not at a version that matches
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
