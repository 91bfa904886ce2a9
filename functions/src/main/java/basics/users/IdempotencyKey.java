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
 * A client's name for a request, by which it may repeat it ({@code Idempotency-Key}). A user remembers the key of its last
 * write. Clients never see it. It is stored as a digest together with the subject, so that two subjects never meet in
 * one key.
 *
 * @param key a digest of key and subject
 * @param request a digest of the operation and the attributes, by their meaning rather than as they are written.
 *            {@code If-Match} doesn't count: whoever repeats a write may have read its new version meanwhile
 */
record IdempotencyKey(AttributeValue key, AttributeValue request) {
    static final String HEADER = "Idempotency-Key";
    /** The attribute that holds both digests. */
    static final String ATTRIBUTE = "_write_key";
    private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,255}");
    private static final ItemWriter WRITER = new ItemWriter();

    /**
     * The key of a request, or null without one.
     *
     * @param attributes as read, without the email
     * @param errors gets a malformed key
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
        // A key has no line break.
        var key = header + '\n' + request.subject();
        var asked = new ByteArrayOutputStream();
        asked.writeBytes((operation + '\n').getBytes(UTF_8));
        asked.writeBytes(WRITER.write(attributes));
        return new IdempotencyKey(Digest.of(key.getBytes(UTF_8)), Digest.of(asked.toByteArray()));
    }

    /**
     * Whether the item's last write was this request.
     *
     * @throws Problem 422 if it was another one with the same key
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

    /** Has an item remember it. */
    AttributeValue value() {
        return AttributeValue.fromL(List.of(key, request));
    }
}
