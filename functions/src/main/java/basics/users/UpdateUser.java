package basics.users;

import java.io.IOException;

import basics.dynamodb.Capacity;
import basics.dynamodb.ItemReader;
import basics.dynamodb.TableHandler;
import basics.http.Variables;
import basics.http.Errors;
import basics.http.Request;
import basics.http.Response;

/** {@code PATCH /users/{email}}: one UpdateItem that never creates; a patch with objects in it reads first. */
public final class UpdateUser extends TableHandler {
    private static final int MOST_MEMBERS = 100;

    private final Users users;

    public UpdateUser() {
        this(Variables.ofProcess());
    }

    private UpdateUser(Variables variables) {
        this(variables, Users.of(variables));
    }

    UpdateUser(Variables variables, Users users) {
        super(variables);
        this.users = users;
    }

    /** A user whom nobody can be (RFC 2606), at a version that nobody has. */
    @Override
    protected String primingEvent() {
        return """
            {"path": "/users/nobody@priming.invalid", "pathParameters": {"email": "nobody@priming.invalid"},
             "multiValueHeaders": {"Content-Type": ["application/json"], "If-Match": ["\\"1-5905c1b6a7f6d\\""],
                                   "Idempotency-Key": ["priming"]},
             "requestContext": {"authorizer": {"principalId": "priming"}},
             "body": "{\\"text\\": \\"a\\", \\"n\\": 1.5, \\"list\\": [true], \\"gone\\": null}"}""";
    }

    @Override
    protected String primingAnswer() {
        return "{\"Attributes\": " + User.PRIMING_ITEM
                + ", \"ConsumedCapacity\": {\"TableName\": \"priming\", \"CapacityUnits\": 1}}";
    }

    @Override
    protected Response answer(Request request, Capacity capacity) throws IOException {
        var errors = new Errors();
        request.query(errors);
        var ifMatch = IfMatch.parse(request.header("If-Match"), errors);
        var patch = ItemReader.readPatch(request.mergePatch(CreateUser.LARGEST_BODY), errors);
        // A member that was refused while it was read isn't in the patch.
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
        var email = Email.parse(request.path("email"));
        if (email == null) {
            throw Users.notFound();
        }
        return User.response(200, new UserUpdate(users, email, patch, ifMatch,
                new Write(request, key, capacity)).run());
    }
}
