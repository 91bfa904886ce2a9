package basics.embedded.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleTest {
    private static final String TABLES = "arn:aws:dynamodb:us-east-1:000000000000:table/";

    private final Role role = new Role("role", "arn",
            List.of(statement(true, "dynamodb:GetItem", TABLES + "one"),
                    statement(true, "dynamodb:Batch*", TABLES + "t?o"),
                    statement(true, "dynamodb:Query", TABLES + "one/index/*"),
                    statement(true, "*", TABLES + "all*"),
                    statement(false, "dynamodb:Delete*", TABLES + "all-but")));

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({"dynamodb:GetItem, one, ALLOWED", "DYNAMODB:getitem, one, ALLOWED",
        "dynamodb:GetItem, One, NOT_ALLOWED",
        "dynamodb:PutItem, one, NOT_ALLOWED", "dynamodb:GetItem, one/index/a, NOT_ALLOWED",
        "dynamodb:BatchGetItem, two, ALLOWED", "dynamodb:BatchGetItem, tvvo, NOT_ALLOWED",
        "dynamodb:Query, one/index/a, ALLOWED", "dynamodb:Query, one, NOT_ALLOWED",
        "dynamodb:PutItem, all-but, ALLOWED", "dynamodb:DeleteItem, all-but, DENIED",
        "dynamodb:DeleteItem, all-else, ALLOWED"})
    void shouldDecideAsIamDoes(String action, String table, Decision decision) {
        assertThat(role.decide(new Access(action, TABLES + table))).isEqualTo(decision);
    }

    @Test
    void shouldListItsGrantsForAService() {
        assertThat(role.grants("dynamodb")).containsExactly(new Access("*", TABLES + "all*"),
                new Access("dynamodb:Batch*", TABLES + "t?o"), new Access("dynamodb:GetItem", TABLES + "one"),
                new Access("dynamodb:Query", TABLES + "one/index/*"));
        assertThat(role.grants("dynamo")).containsExactly(new Access("*", TABLES + "all*"));
    }

    private static Statement statement(boolean allows, String action, String resource) {
        return new Statement(allows, List.of(Wildcard.ofAction(action)), List.of(Wildcard.of(resource)));
    }
}
