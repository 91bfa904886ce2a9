package basics.users;

import java.io.IOException;

import basics.dynamodb.Capacity;
import basics.dynamodb.ItemReader;
import basics.dynamodb.Setup;
import basics.dynamodb.TableHandler;
import basics.http.Request;
import basics.http.Response;

/**
 * {@code PATCH /users/{email}}: one UpdateItem, which never creates a user. If the patch contains objects, a Query
 * comes first.
 */
public final class UpdateUser extends TableHandler {
    private static final int MOST_MEMBERS = 100;

    private final Users users;

    public UpdateUser() {
        this(Setup.ofProcess());
    }

    UpdateUser(Setup setup) {
        super(setup);
        users = Users.of(setup);
    }

    @Override
    protected Response answer(Request request, Capacity capacity) throws IOException {
        var errors = request.errors();
        var ifMatch = IfMatch.parse(request.header("If-Match"), errors);
        var patch = ItemReader.readPatch(request.mergePatch(CreateUser.LARGEST_BODY), errors);
        // The patch lacks members that were refused while reading.
        var isEmpty = patch.isEmpty() && errors.isEmpty();
        User.refuseWhatServiceSets(patch, errors);
        if (patch.containsKey(User.EMAIL)) {
            errors.at("/email", "can't be changed: it is the user's key");
        }
        if (isEmpty || patch.size() > MOST_MEMBERS) {
            errors.at("", "must have 1 to " + MOST_MEMBERS + " members");
        }
        var key = IdempotencyKey.of(request, "updateUser", patch, errors);
        errors.raise();
        var email = Users.email(request.path("email"));
        return User.response(200, new UserUpdate(users, email, patch, ifMatch,
                new Write(request, key, capacity)).run());
    }
}
