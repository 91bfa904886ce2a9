package basics.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import basics.http.Environment;
import basics.testing.Answer;
import basics.testing.Call;
import basics.testing.Tables;

/** The users' handlers on a table of their own, at a time that tests set. */
final class UserCalls {
    static final Instant CREATED = Instant.parse("2019-08-18T21:09:33.147595678Z");

    final Tables tables = new Tables();
    final AtomicReference<Instant> now = new AtomicReference<>(CREATED);
    private final Environment environment = new Environment(Map.of());
    final Users users = new Users(tables.client(), tables.users(), (InstantSource) now::get);
    final CreateUser create = new CreateUser(environment, users);
    final ReadUser read = new ReadUser(environment, users);
    final UpdateUser update = new UpdateUser(environment, users);
    final DeleteUser delete = new DeleteUser(environment, users);
    final ListUsers list = new ListUsers(environment, users);

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
