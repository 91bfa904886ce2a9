package basics.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import basics.dynamodb.ItemWriter;
import basics.http.Errors;
import basics.http.Problem;
import basics.http.Request;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A client's key for a request, which makes a retry safe ({@code Idempotency-Key}). A stored user holds the key of its
 * last write, hidden from clients. It is a digest of the key and the token's subject, so that the keys of two subjects
 * never match.
 *
 * @param key a digest of the key and the subject
 * @param request a digest of the operation and the attributes' values, whatever their notation. {@code If-Match} is not
 *            part of it, since a client may have read the new version before it retries
 */
record IdempotencyKey(AttributeValue key, AttributeValue request) {
    static final String HEADER = "Idempotency-Key";
    /** The attribute that holds both digests. */
    static final String ATTRIBUTE = "_write_key";
    private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,255}");
    private static final ItemWriter WRITER = new ItemWriter();

    /**
     * The key of a request, or null if it has none.
     *
     * @param attributes the attributes in the body, without the email
     * @param errors receives the error of a malformed key
     */
    static @Nullable IdempotencyKey of(Request request, String operation, Map<String, AttributeValue> attributes,
            Errors errors) throws IOException {
        var header = request.header(HEADER);
        if (header == null) {
            return null;
        }
        if (!VISIBLE.matcher(header).matches()) {
            errors.in(HEADER, "must be 1 to 255 visible ASCII characters, such as a UUID");
        }
        // A valid key contains no line break.
        var key = header + '\n' + request.subject();
        var asked = new ByteArrayOutputStream();
        asked.writeBytes((operation + '\n').getBytes(UTF_8));
        asked.writeBytes(WRITER.write(attributes));
        return new IdempotencyKey(Digest.of(key.getBytes(UTF_8)), Digest.of(asked.toByteArray()));
    }

    /**
     * Whether the item's last write was this request.
     *
     * @throws Problem 422 if the last write was another request with the same key
     */
    boolean isIn(Map<String, AttributeValue> item) {
        var last = item.get(ATTRIBUTE);
        if (last == null || !last.l().contains(key)) {
            return false;
        }
        if (!last.l().contains(request)) {
            throw new Problem(422, "This " + HEADER + " belongs to another request. Use a new key for a new request.");
        }
        return true;
    }

    /** The value to store in the item. */
    AttributeValue value() {
        return AttributeValue.fromL(List.of(key, request));
    }
}
