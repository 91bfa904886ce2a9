package basics.pages;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A page of items in the making. It never outgrows Lambda's response. */
public final class Page {
    /** Lambda's limit for a response is 6 MB (6,291,556 bytes; Lambda quotas); what is around the items fits the rest. */
    private static final int LARGEST = 6_291_556 - 16_384;

    /** How an item is shown, and how the cursor behind it reads. */
    public interface View {
        byte[] show(Map<String, AttributeValue> item) throws IOException;

        String cursor(Map<String, AttributeValue> item);
    }

    private final View view;
    private final ByteArrayOutputStream json = new ByteArrayOutputStream();
    private int count;
    private int escapedBytes;
    private Map<String, AttributeValue> last = Map.of();

    private Page(View view) {
        this.view = view;
        write("{\"items\":[");
    }

    /**
     * Reads a page. One item more than shown is asked for, so that there is a cursor exactly when there is more.
     *
     * @param limit the most items, or null for all that fit a response
     */
    public static byte[] read(Slice.Source source, Map<String, AttributeValue> start, @Nullable Integer limit,
            View view)
            throws IOException {
        var page = new Page(view);
        var slice = source.read(limit == null ? null : limit + 1, start);
        while (true) {
            for (var item : slice.items()) {
                if ((limit != null && page.count == limit) || !page.add(item)) {
                    return page.end(true);
                }
            }
            if (slice.lastKey().isEmpty()) {
                return page.end(false);
            }
            if (limit != null) {
                // DynamoDB's 1 MB came first. That it names a last key doesn't mean that something follows.
                return page.end(!source.read(1, slice.lastKey()).items().isEmpty());
            }
            slice = source.read(null, slice.lastKey());
        }
    }

    private boolean add(Map<String, AttributeValue> item) throws IOException {
        var bytes = view.show(item);
        var escaped = escapedLength(bytes) + 1;
        if (count > 0 && escapedBytes + escaped > LARGEST) {
            return false;
        }
        if (count > 0) {
            json.write(',');
        }
        json.writeBytes(bytes);
        escapedBytes += escaped;
        count++;
        last = item;
        return true;
    }

    /** The body is a string inside the JSON of Lambda's response: each quote and backslash in it becomes two bytes. */
    private static int escapedLength(byte[] bytes) {
        var length = bytes.length;
        for (var b : bytes) {
            if (b == '"' || b == '\\') {
                length++;
            }
        }
        return length;
    }

    private byte[] end(boolean more) {
        // An item that was read only to know whether there is more counts for the page that shows it.
        write("],\"count\":" + count + ",\"scanned_count\":" + count);
        if (more) {
            write(",\"next_cursor\":\"" + view.cursor(last) + '"');
        }
        write("}");
        return json.toByteArray();
    }

    private void write(String text) {
        json.writeBytes(text.getBytes(US_ASCII));
    }
}
