package basics.users;

import java.io.IOException;

import basics.dynamodb.Capacity;
import basics.dynamodb.Setup;
import basics.dynamodb.TableHandler;
import basics.http.Request;
import basics.http.Response;

/** {@code GET /users/{email}}: one Query by the partition key. */
public final class ReadUser extends TableHandler {
    private final Users users;

    public ReadUser() {
        this(Setup.ofProcess());
    }

    ReadUser(Setup setup) {
        super(setup);
        users = Users.of(setup);
    }

    @Override
    protected Response answer(Request request, Capacity capacity) throws IOException {
        request.errors().raise();
        var email = Users.email(request.path("email"));
        return User.response(200, users.find(email, capacity));
    }
}
