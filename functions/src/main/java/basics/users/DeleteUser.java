package basics.users;

import basics.dynamodb.Capacity;
import basics.dynamodb.Setup;
import basics.dynamodb.TableHandler;
import basics.http.Request;
import basics.http.Response;
import basics.values.Email;

/** {@code DELETE /users/{email}}: one DeleteItem. Deleting an unknown user succeeds, which makes a retry safe. */
public final class DeleteUser extends TableHandler {
    private final Users users;

    public DeleteUser() {
        this(Setup.ofProcess());
    }

    DeleteUser(Setup setup) {
        super(setup);
        users = Users.of(setup);
    }

    @Override
    protected Response answer(Request request, Capacity capacity) {
        var errors = request.errors();
        var ifMatch = IfMatch.parse(request.header("If-Match"), errors);
        errors.raise();
        var email = Email.parse(request.path("email"));
        if (email != null) {
            users.delete(email, ifMatch, capacity);
        }
        return Response.noContent();
    }
}
