package basics.embedded.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Bytes in the making that stop at a limit: escapes can make a text six times as long. */
final class BoundedBytes extends OutputStream {
    private final int most;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Writes the bytes. */
    @FunctionalInterface
    interface Writer {
        void writeTo(OutputStream output) throws IOException;
    }

    private static final class Full extends IOException {}

    private BoundedBytes(int most) {
        this.most = most;
    }

    /** Empty when there are more. */
    static Optional<byte[]> of(int most, Writer writer) {
        var bounded = new BoundedBytes(most);
        try {
            writer.writeTo(bounded);
            return Optional.of(bounded.bytes.toByteArray());
        } catch (Full full) {
            return Optional.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[]{(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] some, int offset, int length) throws IOException {
        if (bytes.size() + length > most) {
            throw new Full();
        }
        bytes.write(some, offset, length);
    }
}
