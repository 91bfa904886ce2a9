package basics.pages;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Builds a page of items that never exceeds Lambda's limit for a response. */
public final class Page {
    /**
     * In bytes. Lambda's limit for a response is 6,291,556 bytes (Lambda quotas); 16 KB are left for everything but the
     * items.
     */
    private static final int LARGEST = 6_291_556 - 16_384;
    /** The most reads for a page. Each is a call of DynamoDB, of 1 MB at most, or a round of calls at once. */
    private static final int READS = 8;
    /** The factor by which the next read grows after the filter left out a whole slice. */
    private static final int GROWTH = 4;

    /** Shows an item, and writes the cursor that goes on after it. */
    public interface View {
        byte[] show(Map<String, AttributeValue> item) throws IOException;

        String cursor(Map<String, AttributeValue> item);
    }

    private final View view;
    private final int limit;
    private final ByteArrayOutputStream json = new ByteArrayOutputStream();
    private int count;
    private int scanned;
    private int escapedBytes;
    /** True when the page takes no more items, and only whether more follow is still open. */
    private boolean closed;
    /** The item or key after which the next page begins. */
    private Map<String, AttributeValue> end = Map.of();

    private Page(View view, int limit) {
        this.view = view;
        this.limit = limit;
        write("{\"items\":[");
    }

    /**
     * Reads a page. It requests one more item than it shows, to learn whether the page needs a cursor. While the filter
     * leaves items out, it reads on. After {@value #READS} reads, a page of a given size ends with a cursor, whether or
     * not more items follow.
     *
     * @param limit the most items, or null for as many as fit a response
     */
    public static byte[] read(Slice.Source source, Map<String, AttributeValue> start, @Nullable Integer limit,
            View view)
            throws IOException {
        var page = new Page(view, limit == null ? Integer.MAX_VALUE : limit);
        var slice = source.read(limit == null ? null : limit + 1, start);
        for (var reads = 1;; reads++) {
            if (!page.addAll(slice)) {
                return page.end(true);
            }
            if (slice.lastKey().isEmpty()) {
                return page.end(false);
            }
            if (limit != null) {
                page.close(slice);
                if (reads == READS || (page.closed && slice.rest() == Slice.Rest.MORE)) {
                    page.end = slice.lastKey();
                    return page.end(true);
                }
            }
            slice = source.read(limit == null ? null : page.next(slice), slice.lastKey());
        }
    }

    /** Adds a slice. Returns whether all of its items fit the page. */
    private boolean addAll(Slice slice) throws IOException {
        scanned += slice.scanned();
        var left = slice.items().size();
        for (var item : slice.items()) {
            if (closed || count == limit || !add(item)) {
                // This item counts as scanned on the next page, which shows it.
                scanned -= left;
                return false;
            }
            left--;
        }
        return true;
    }

    /** Closes the page when it is full, or when DynamoDB's 1 MB came first. The next page has the rest. */
    private void close(Slice slice) {
        // Each read requests all missing items. So a full slice is too short only because of the 1 MB.
        closed = closed || count == limit || slice.isFull();
        if (closed) {
            end = slice.lastKey();
        }
    }

    /** How many items to read next: enough that the missing ones are probably among them, and more in a long gap. */
    private int next(Slice before) {
        var missing = closed ? 1 : limit + 1 - count;
        return before.items().isEmpty()
                ? Math.max(missing, before.scanned() * GROWTH)
                : Math.ceilDiv(missing * before.scanned(), before.items().size());
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
        end = item;
        return true;
    }

    /** The body is a string inside the JSON of Lambda's response: there, each quote and backslash takes two bytes. */
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
        write("],\"count\":" + count + ",\"scanned_count\":" + scanned);
        if (more) {
            write(",\"next_cursor\":\"" + view.cursor(end) + '"');
        }
        write("}");
        return json.toByteArray();
    }

    private void write(String text) {
        json.writeBytes(text.getBytes(US_ASCII));
    }
}
