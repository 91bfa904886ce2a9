package basics.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import basics.http.Variables;
import basics.testing.Answer;
import basics.testing.Call;
import basics.testing.Tables;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The users' handlers on a table of their own, at a time that tests set. */
final class UserCalls {
    static final Instant CREATED = Instant.parse("2019-08-18T21:09:33.147595678Z");

    private static final Variables NONE = new Variables(Map.of());

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
        this(tables, tables.client(), tables.users(), new AtomicReference<>(CREATED));
    }

    private UserCalls(Tables tables, DynamoDbClient client, String table, AtomicReference<Instant> now) {
        this.tables = tables;
        this.now = now;
        users = new Users(client, table, (InstantSource) now::get);
        create = new CreateUser(NONE, users);
        read = new ReadUser(NONE, users);
        update = new UpdateUser(NONE, users);
        delete = new DeleteUser(NONE, users);
        list = new ListUsers(NONE, users);
    }

    /** The same table, by another client. */
    UserCalls through(DynamoDbClient client) {
        return new UserCalls(tables, client, users.table(), now);
    }

    /** A user as it is stored. */
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
