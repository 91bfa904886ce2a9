package basics.users;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import basics.dynamodb.Capacity;
import basics.dynamodb.Setup;
import basics.dynamodb.TableHandler;
import basics.dynamodb.Values;
import basics.http.Errors;
import basics.http.QueryParameters;
import basics.http.Request;
import basics.http.Response;
import basics.http.Utf8;
import basics.pages.Cursor;
import basics.pages.Page;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** {@code GET /users}: a Scan, with one call a page. With {@code all=true}, as many calls as fill a response. */
public final class ListUsers extends TableHandler {
    private static final Cursor CURSOR = new Cursor("listUsers");
    /** In bytes, as for the sort key ("Quotas in Amazon DynamoDB", Amazon DynamoDB Developer Guide). */
    private static final int LONGEST_PARTITION_KEY = 2048;
    private static final int LONGEST_SORT_KEY = 1024;

    private final Users users;

    public ListUsers() {
        this(Setup.ofProcess());
    }

    ListUsers(Setup setup) {
        super(setup);
        users = Users.of(setup);
    }

    @Override
    protected List<String> parameters() {
        return List.of("limit", "cursor", "all");
    }

    @Override
    protected Response answer(Request request, Capacity capacity) throws IOException {
        var errors = request.errors();
        var query = request.query();
        var limit = query.limit();
        var all = query.isTrue("all");
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
        if (key == null || key.size() != 2 || !isKey(key.getFirst(), LONGEST_PARTITION_KEY)
                || !isKey(key.getLast(), LONGEST_SORT_KEY)) {
            errors.in("cursor", Cursor.REFUSAL);
            return Map.of();
        }
        // Not in lower case: others may have stored a user whose email has capitals, and a page may end there.
        return Map.of(User.EMAIL, Values.text(key.getFirst()), User.CHAR, Values.text(key.getLast()));
    }

    /** Whether text can be a key. DynamoDB would refuse the request otherwise, and the client would get a 500. */
    private static boolean isKey(String text, int longest) {
        return !text.isEmpty() && Utf8.length(text) <= longest;
    }

    private static final class View implements Page.View {
        @Override
        public byte[] show(Map<String, AttributeValue> item) throws IOException {
            return User.json(item);
        }

        @Override
        public String cursor(Map<String, AttributeValue> item) {
            return CURSOR.write(Values.text(item, User.EMAIL), Values.text(item, User.CHAR));
        }
    }
}
