package basics.users;

import java.io.IOException;

import basics.dynamodb.Capacity;
import basics.dynamodb.TableHandler;
import basics.http.Variables;
import basics.http.Errors;
import basics.http.Request;
import basics.http.Response;

/** {@code GET /users/{email}}: one Query by the partition key. */
public final class ReadUser extends TableHandler {
    private final Users users;

    public ReadUser() {
        this(Variables.ofProcess());
    }

    private ReadUser(Variables variables) {
        this(variables, Users.of(variables));
    }

    ReadUser(Variables variables, Users users) {
        super(variables);
        this.users = users;
    }

    /** A user whom nobody can be (RFC 2606). */
    @Override
    protected String primingEvent() {
        return """
            {"path": "/users/nobody@priming.invalid", "pathParameters": {"email": "nobody@priming.invalid"},
             "requestContext": {"authorizer": {"principalId": "priming"}}}""";
    }

    @Override
    protected String primingAnswer() {
        return primingAnswer(User.PRIMING_ITEM);
    }

    @Override
    protected Response answer(Request request, Capacity capacity) throws IOException {
        var errors = new Errors();
        request.query(errors);
        errors.raise();
        var email = Email.parse(request.path("email"));
        var user = email == null ? null : users.find(email, capacity);
        if (user == null) {
            throw Users.notFound();
        }
        return User.response(200, user);
    }
}
