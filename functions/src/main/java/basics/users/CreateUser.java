package basics.users;

import java.io.IOException;
import java.util.Objects;

import basics.dynamodb.Capacity;
import basics.dynamodb.ItemReader;
import basics.dynamodb.TableHandler;
import basics.http.Variables;
import basics.http.Errors;
import basics.http.Request;
import basics.http.Response;

/** {@code POST /users}: one PutItem, on condition that there is no such user. */
public final class CreateUser extends TableHandler {
    static final int LARGEST_BODY = 1 << 20;

    private final Users users;

    public CreateUser() {
        this(Variables.ofProcess());
    }

    private CreateUser(Variables variables) {
        this(variables, Users.of(variables));
    }

    CreateUser(Variables variables, Users users) {
        super(variables);
        this.users = users;
    }

    /** A user whom nobody can be (RFC 2606), and who is not created. */
    @Override
    protected String primingEvent() {
        return """
            {"path": "/users", "multiValueHeaders": {"Content-Type": ["application/json"], "Idempotency-Key": ["priming"]},
             "requestContext": {"path": "/users", "authorizer": {"principalId": "priming"}},
             "body": "{\\"email\\": \\"nobody@priming.invalid\\", \\"n\\": 1.5, \\"list\\": [true, {\\"a\\": \\"b\\"}]}"}""";
    }

    @Override
    protected Response answer(Request request, Capacity capacity) throws IOException {
        var errors = new Errors();
        request.query(errors);
        var attributes = ItemReader.read(request.json(LARGEST_BODY), errors);
        User.refuseWhatServiceSets(attributes, errors);
        var given = attributes.get(User.EMAIL);
        var email = given == null || given.s() == null ? null : Email.parse(given.s());
        if (email == null) {
            errors.at("/email", Email.RULE);
        }
        attributes.remove(User.EMAIL);
        var key = IdempotencyKey.of(request, "createUser", attributes, errors);
        errors.raise();
        var user = users.create(Objects.requireNonNull(email), attributes, new Write(request, key, capacity));
        return User.response(201, user).with("Location", request.pathTo(email.address()));
    }
}
