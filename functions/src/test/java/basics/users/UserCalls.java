package basics.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import basics.dynamodb.Setup;
import basics.http.Variables;
import basics.testing.Answer;
import basics.testing.Call;
import basics.testing.Tables;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Calls the users' handlers on a new table, with a clock that the test sets. */
final class UserCalls {
    static final Instant CREATED = Instant.parse("2019-08-18T21:09:33.147595678Z");

    final Tables tables;
    final AtomicReference<Instant> now;
    final Users users;
    final CreateUser create;
    final ReadUser read;
    final UpdateUser update;
    final DeleteUser delete;
    final ListUsers list;

    UserCalls() {
        this(new Tables());
    }

    private UserCalls(Tables tables) {
        this(tables, tables.client(), table(tables), new AtomicReference<>(CREATED));
    }

    /** Creates a users table. */
    static String table(Tables tables) {
        return tables.make("email", "char");
    }

    private UserCalls(Tables tables, DynamoDbClient client, String table, AtomicReference<Instant> now) {
        this.tables = tables;
        this.now = now;
        var setup = setup(client, table, now::get);
        users = Users.of(setup);
        create = new CreateUser(setup);
        read = new ReadUser(setup);
        update = new UpdateUser(setup);
        delete = new DeleteUser(setup);
        list = new ListUsers(setup);
    }

    static Setup setup(DynamoDbClient client, String table, InstantSource clock) {
        return new Setup(new Variables(Map.of("USERS_TABLE", table)), clock, client);
    }

    /** Calls on the same table through another client. */
    UserCalls through(DynamoDbClient client) {
        return new UserCalls(tables, client, users.table(), now);
    }

    /** The stored item of a user. */
    Map<String, AttributeValue> stored(String email) {
        return tables.client().getItem(get -> get.tableName(users.table()).consistentRead(true)
                .key(Map.of("email", AttributeValue.fromS(email), "char", AttributeValue.fromS(email.substring(0, 1)))))
                .item();
    }

    Answer create(String json) {
        return Call.withBody(json).to(create);
    }

    Answer created(String email) {
        var answer = create("{\"email\":\"" + email + "\"}");
        assertThat(answer.status()).isEqualTo(201);
        return answer;
    }

    Answer read(String email) {
        return Call.of().path("email", email).to(read);
    }

    Answer list() {
        return Call.of().to(list);
    }

    Answer update(String email, String json) {
        return Call.withBody(json).path("email", email).to(update);
    }

    Answer update(String email, String ifMatch, String json) {
        return Call.withBody(json).path("email", email).header("If-Match", ifMatch).to(update);
    }

    Answer delete(String email) {
        return Call.of().path("email", email).to(delete);
    }

    Answer delete(String email, String ifMatch) {
        return Call.of().path("email", email).header("If-Match", ifMatch).to(delete);
    }
}
