package basics.users;

import java.io.IOException;
import java.util.Map;

import basics.dynamodb.Capacity;
import basics.dynamodb.TableHandler;
import basics.dynamodb.Values;
import basics.http.Environment;
import basics.http.Errors;
import basics.http.QueryParameters;
import basics.http.Request;
import basics.http.Response;
import basics.pages.Cursor;
import basics.pages.Page;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** {@code GET /users}: a Scan; one call a page, or with {@code all=true} as many as fill a response. */
public final class ListUsers extends TableHandler {
    private static final Cursor CURSOR = new Cursor("listUsers");

    private final Users users;

    public ListUsers() {
        this(Environment.ofProcess());
    }

    private ListUsers(Environment environment) {
        this(environment, Users.of(environment));
    }

    ListUsers(Environment environment, Users users) {
        super(environment);
        this.users = users;
    }

    /** A page on which nobody is. */
    @Override
    protected String primingEvent() {
        return """
            {"path": "/users", "multiValueQueryStringParameters": {"limit": ["100"]},
             "requestContext": {"authorizer": {"principalId": "priming"}}}""";
    }

    @Override
    protected String primingAnswer() {
        return primingAnswer(User.PRIMING_ITEM);
    }

    @Override
    protected Response answer(Request request, Capacity capacity) throws IOException {
        var errors = new Errors();
        var query = request.query(errors, "limit", "cursor", "all");
        var limit = query.limit();
        var all = query.isSecond("all", "false", "true");
        var start = start(query, errors);
        errors.raise();
        return Response.json(200, Page.read((most, after) -> users.scan(most, after, capacity), start,
                all ? null : limit, new View()));
    }

    private static Map<String, AttributeValue> start(QueryParameters query, Errors errors) {
        var text = query.get("cursor");
        if (text == null) {
            return Map.of();
        }
        var key = CURSOR.read(text);
        var email = key == null || key.size() != 1 ? null : Email.parse(key.getFirst());
        if (email == null) {
            errors.in("cursor", Cursor.REFUSAL);
            return Map.of();
        }
        return email.key();
    }

    private static final class View implements Page.View {
        @Override
        public byte[] show(Map<String, AttributeValue> item) throws IOException {
            return User.json(item);
        }

        @Override
        public String cursor(Map<String, AttributeValue> item) {
            return CURSOR.write(Values.text(item, User.EMAIL));
        }
    }
}
