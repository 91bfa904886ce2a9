package basics.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A way to a server over which all goes as it is, and which remembers what was sent and which connections there are. */
public final class Relay implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    private final URI target;
    private final List<ByteArrayOutputStream> sent = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream all = new ByteArrayOutputStream();
    private final AtomicInteger open = new AtomicInteger();

    public Relay(URI target) throws IOException {
        this.target = target;
        Thread.ofVirtual().start(this::accept);
    }

    public URI uri() {
        return URI.create("http://localhost:" + server.getLocalPort());
    }

    /** What was sent so far, by connection. */
    public List<String> sent() {
        return sent.stream().map(bytes -> bytes.toString(ISO_8859_1)).toList();
    }

    /** What was sent so far, on whatever connection, in the order of time. */
    public String sentInOrder() {
        return all.toString(ISO_8859_1);
    }

    /** Connections that the client hasn't closed. */
    public int open() {
        return open.get();
    }

    private void accept() {
        try {
            while (true) {
                serve(server.accept());
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket client) throws IOException {
        var upstream = new Socket(target.getHost(), target.getPort());
        var bytes = new ByteArrayOutputStream();
        sent.add(bytes);
        open.incrementAndGet();
        Thread.ofVirtual().start(() -> pump(upstream, client, OutputStream.nullOutputStream()));
        Thread.ofVirtual().start(() -> {
            pump(client, upstream, new OutputStream() {
                @Override
                public void write(int b) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public void write(byte[] chunk, int start, int length) {
                    bytes.write(chunk, start, length);
                    all.write(chunk, start, length);
                }
            });
            close(client);
            close(upstream);
            open.decrementAndGet();
        });
    }

    /** Passes on until the sender closes, and passes that on too, but closes only its own side: the other may linger. */
    private static void pump(Socket from, Socket to, OutputStream copy) {
        try {
            var input = from.getInputStream();
            var chunk = new byte[8192];
            for (var read = input.read(chunk); read >= 0; read = input.read(chunk)) {
                copy.write(chunk, 0, read);
                to.getOutputStream().write(chunk, 0, read);
            }
            to.shutdownOutput();
        } catch (IOException closed) {
            // By the other side.
        }
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // As it should be.
        }
    }

    @Override
    public void close() {
        close(server);
    }
}
