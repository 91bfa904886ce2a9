package basics.users;

import java.io.IOException;
import java.util.Objects;

import basics.dynamodb.Capacity;
import basics.dynamodb.ItemReader;
import basics.dynamodb.Setup;
import basics.dynamodb.TableHandler;
import basics.http.Request;
import basics.http.Response;
import basics.values.Email;

/** {@code POST /users}: one PutItem, on condition that the user doesn't exist. */
public final class CreateUser extends TableHandler {
    static final int LARGEST_BODY = 1 << 20;

    private final Users users;

    public CreateUser() {
        this(Setup.ofProcess());
    }

    CreateUser(Setup setup) {
        super(setup);
        users = Users.of(setup);
    }

    @Override
    protected Response answer(Request request, Capacity capacity) throws IOException {
        var errors = request.errors();
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
