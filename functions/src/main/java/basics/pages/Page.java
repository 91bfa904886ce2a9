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
    /** Calls of DynamoDB for a page, each of which reads 1 MB at most. */
    private static final int CALLS = 8;
    /** How many times as much is read next where a whole slice was left out. */
    private static final int GROWTH = 4;

    /** How an item is shown, and how the cursor behind it reads. */
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
    /** It shows no more: all that is left to find out is whether anything follows. */
    private boolean closed;
    /** Where the next page goes on: behind this item or key. */
    private Map<String, AttributeValue> end = Map.of();

    private Page(View view, int limit) {
        this.view = view;
        this.limit = limit;
        write("{\"items\":[");
    }

    /**
     * Reads a page. One item more than shown is asked for, so that there is a cursor when there is more. What the filter
     * leaves out is made up for by reading on; after {@value #CALLS} calls, a page of a given size ends where it is, with
     * a cursor, whether or not anything follows.
     *
     * @param limit the most items, or null for all that fit a response
     */
    public static byte[] read(Slice.Source source, Map<String, AttributeValue> start, @Nullable Integer limit,
            View view)
            throws IOException {
        var page = new Page(view, limit == null ? Integer.MAX_VALUE : limit);
        var slice = source.read(limit == null ? null : limit + 1, start);
        for (var calls = 1;; calls++) {
            if (!page.addAll(slice)) {
                return page.end(true);
            }
            if (slice.lastKey().isEmpty()) {
                return page.end(false);
            }
            if (limit != null) {
                page.close(slice);
                if (calls == CALLS) {
                    page.end = slice.lastKey();
                    return page.end(true);
                }
            }
            slice = source.read(limit == null ? null : page.next(slice), slice.lastKey());
        }
    }

    /** Whether all of it is on the page now. */
    private boolean addAll(Slice slice) throws IOException {
        scanned += slice.scanned();
        var left = slice.items().size();
        for (var item : slice.items()) {
            if (closed || count == limit || !add(item)) {
                // It counts for the page that shows it.
                scanned -= left;
                return false;
            }
            left--;
        }
        return true;
    }

    /** Once the page is full, or DynamoDB's 1 MB came first, the rest is for the next page. */
    private void close(Slice slice) {
        // As many as are missing are asked for, so that only 1 MB makes a slice without gaps too short.
        closed = closed || count == limit || !slice.hasGaps();
        if (closed) {
            end = slice.lastKey();
        }
    }

    /** How many items to read next: as many as are likely to have the missing ones among them, more in a long gap. */
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
