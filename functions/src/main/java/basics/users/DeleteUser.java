package basics.users;

import basics.dynamodb.Capacity;
import basics.dynamodb.TableHandler;
import basics.http.Variables;
import basics.http.Errors;
import basics.http.Request;
import basics.http.Response;

/** {@code DELETE /users/{email}}: one DeleteItem. There being no such user is a success, so that a retry is safe. */
public final class DeleteUser extends TableHandler {
    private final Users users;

    public DeleteUser() {
        this(Variables.ofProcess());
    }

    private DeleteUser(Variables variables) {
        this(variables, Users.of(variables));
    }

    DeleteUser(Variables variables, Users users) {
        super(variables);
        this.users = users;
    }

    /** A user whom nobody can be (RFC 2606), at a version that nobody has. */
    @Override
    protected String primingEvent() {
        return """
            {"path": "/users/nobody@priming.invalid", "pathParameters": {"email": "nobody@priming.invalid"},
             "multiValueHeaders": {"If-Match": ["\\"1-5905c1b6a7f6d\\""]},
             "requestContext": {"authorizer": {"principalId": "priming"}}}""";
    }

    @Override
    protected Response answer(Request request, Capacity capacity) {
        var errors = new Errors();
        request.query(errors);
        var ifMatch = IfMatch.parse(request.header("If-Match"), errors);
        errors.raise();
        var email = Email.parse(request.path("email"));
        if (email != null) {
            users.delete(email, ifMatch, capacity);
        }
        return Response.noContent();
    }
}
