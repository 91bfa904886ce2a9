package basics.users;

import java.util.Map;

import basics.dynamodb.Values;
import basics.testing.PrimedOperations;
import basics.testing.Tables;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class UsersPrimingTest extends PrimedOperations {
    @Override
    protected Map<String, String> variables(Tables tables) {
        return Map.of("USERS_TABLE", UserCalls.table(tables));
    }

    /** The user of the contract's examples, at the version in their {@code If-Match}. */
    @Override
    protected Map<String, Map<String, AttributeValue>> examples() {
        return Map.of("USERS_TABLE", Map.of("email", Values.text("richard@example.com"), "char", Values.text("r"),
                "created_at", Values.text("1566100154"), "human_date", Values.text("2019-08-18 03:49:14.908525"),
                "version", AttributeValue.fromN("1")));
    }
}
