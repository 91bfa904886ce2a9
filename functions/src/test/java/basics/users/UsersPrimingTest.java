package basics.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import basics.http.Environment;
import basics.http.PrimingRun;
import basics.testing.Call;
import basics.testing.PrimingTests;
import basics.testing.Relay;
import basics.testing.Tables;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class UsersPrimingTest {
    static Stream<Arguments> operations() {
        return Stream.of(
                operation("PutItem", "409,201", environment -> new CreateUser(environment, Users.of(environment))),
                operation("Query", "404,200", environment -> new ReadUser(environment, Users.of(environment))),
                operation("UpdateItem", "404,200", environment -> new UpdateUser(environment, Users.of(environment))),
                operation("DeleteItem", "412,204", environment -> new DeleteUser(environment, Users.of(environment))),
                operation("Scan", "200", environment -> new ListUsers(environment, Users.of(environment))));
    }

    private static Arguments operation(String target, String statuses,
            Function<Environment, RequestStreamHandler> newHandler) {
        return Arguments.of(target, statuses, newHandler);
    }

    private final Tables tables = new Tables();
    private final String table = tables.users();

    @ParameterizedTest
    @MethodSource("operations")
    void shouldChangeNothing(String target, String statuses,
            Function<Environment, RequestStreamHandler> newHandler) throws Exception {
        PrimingTests.changesNothing(tables, Map.of("USERS_TABLE", table), newHandler, target);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void shouldChangeNothingThoughEverythingMatches(String target, String statuses,
            Function<Environment, RequestStreamHandler> newHandler) throws Exception {
        // Somebody has taken the name that nobody can have, and the version that nobody has.
        tables.client().putItem(put -> put.tableName(table).item(Map.of(
                "email", AttributeValue.fromS("nobody@priming.invalid"), "char", AttributeValue.fromS("n"),
                "version", AttributeValue.fromN("1"),
                "created_at", AttributeValue.fromS("1566100154"),
                "human_date", AttributeValue.fromS("2019-08-18 03:49:14.908525"))));
        var users = new Users(tables.client(), table, InstantSource.system());
        var environment = new Environment(Map.of());
        var etag = Call.of().path("email", "nobody@priming.invalid").to(new ReadUser(environment, users))
                .header("ETag");
        assertThat(etag).isEqualTo("\"1-5905c1b6a7f6d\"");

        PrimingTests.changesNothing(tables, Map.of("USERS_TABLE", table), newHandler, target);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void shouldPrimeWhatFollowsASuccessToo(String target, String statuses,
            Function<Environment, RequestStreamHandler> newHandler) throws Exception {
        PrimingTests.answersAs(tables, Map.of("USERS_TABLE", table), newHandler, statuses);
    }

    @Test
    void shouldSayThatDynamoDbIsNotReached() {
        var environment = new Environment(Map.of("AWS_REGION", "eu-central-1", "USERS_TABLE", table,
                "AWS_ENDPOINT_URL_DYNAMODB", "http://localhost:1", "AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"));

        assertThat(PrimingRun.line(new ReadUser(environment, Users.of(environment))))
                .startsWith("WARN priming=failed operation=ReadUser requests=1 status=503 ")
                .contains("caused_by=java.net.ConnectException");
    }

    @Test
    void shouldSayThatTheTableIsNotThere() throws Exception {
        try (var relay = new Relay(tables.endpoint())) {
            var environment = PrimingTests.environment(relay, Map.of("USERS_TABLE", "elsewhere"));

            assertThat(PrimingRun.line(new CreateUser(environment, Users.of(environment))))
                    .startsWith("WARN priming=failed operation=CreateUser requests=1 status=500 ")
                    .contains("dynamodb_error=ResourceNotFoundException");
        }
    }
}
