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

/** A relay to a server that passes on everything unchanged. It records the requests and connections. */
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

    /** The bytes sent so far, by connection. */
    public List<String> sent() {
        return sent.stream().map(bytes -> bytes.toString(ISO_8859_1)).toList();
    }

    /** The bytes sent so far on all connections, in order of time. */
    public String sentInOrder() {
        return all.toString(ISO_8859_1);
    }

    /** The number of connections that the client hasn't closed. */
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

    /** Passes on bytes until the sender closes, and then closes that direction only: the other may linger. */
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
            // The other side closed the connection.
        }
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // The connection is closed already.
        }
    }

    @Override
    public void close() {
        close(server);
    }
}
