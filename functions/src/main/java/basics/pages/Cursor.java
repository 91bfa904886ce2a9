package basics.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import org.jspecify.annotations.Nullable;

import basics.values.Sha256;

/**
 * The place where a page ended, as opaque text: a format version, a key and a checksum in base64url. The key is that of
 * the last item read, shown or not, without the parts that the query contains. The checksum covers version, key, and
 * the query: operation, partition key, bounds and order, but not the page size.
 *
 * <p>A checksum is enough; a MAC would need a secret. The partition key and the bounds come from the query, never from
 * the cursor. So a forged cursor reveals nothing that the same query wouldn't return.
 */
public final class Cursor {
    /** The error for a cursor that doesn't belong to the query. */
    public static final String REFUSAL = "must be the next_cursor of a page of the same query";

    /** Format 1 also held the partition key, which the query contains anyway. */
    private static final byte FORMAT = 2;
    private static final int CHECKSUM = 8;
    /** No key needs more. The longest belongs to an event of a day: a name of 2,048 bytes and a sort key of 287. */
    private static final int LONGEST = 4096;

    private final List<String> query;

    /**
     * Writes and reads the cursors of one query.
     *
     * @param query the parts of the query, in a fixed order
     */
    public Cursor(String... query) {
        this.query = List.of(query);
    }

    public String write(String... key) {
        var content = encode(FORMAT, List.of(key));
        var bytes = Arrays.copyOf(content, content.length + CHECKSUM);
        System.arraycopy(checksum(content), 0, bytes, content.length, CHECKSUM);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The key, or null unless {@link #write} of the same query gave exactly this text. */
    public @Nullable List<String> read(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length <= CHECKSUM) {
                return null;
            }
            var key = decode(Arrays.copyOf(bytes, bytes.length - CHECKSUM));
            // Comparing the rewritten cursor also refuses other encodings of the same content.
            return write(key.toArray(String[]::new)).equals(text) ? key : null;
        } catch (IllegalArgumentException | IOException e) {
            return null;
        }
    }

    private static byte[] encode(int format, List<String> texts) {
        var bytes = new ByteArrayOutputStream();
        var data = new DataOutputStream(bytes);
        try {
            data.writeByte(format);
            for (var text : texts) {
                var utf8 = text.getBytes(UTF_8);
                data.writeShort(utf8.length);
                data.write(utf8);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static List<String> decode(byte[] bytes) throws IOException {
        var data = new DataInputStream(new ByteArrayInputStream(bytes));
        if (data.readByte() != FORMAT) {
            throw new IOException("Another format.");
        }
        var texts = new ArrayList<String>();
        while (data.available() > 0) {
            var utf8 = new byte[data.readUnsignedShort()];
            data.readFully(utf8);
            texts.add(new String(utf8, UTF_8));
        }
        return texts;
    }

    private byte[] checksum(byte[] content) {
        return Sha256.first(CHECKSUM, encode(FORMAT, query), content);
    }
}
