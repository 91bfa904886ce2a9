package basics.embedded.dynamodb;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.jspecify.annotations.Nullable;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;

import basics.embedded.faults.Faults;
import basics.embedded.faults.Victim;
import basics.embedded.iam.Role;
import basics.embedded.platform.Console;
import basics.embedded.platform.Listener;
import basics.embedded.platform.StartException;
import basics.embedded.template.Stack;
import basics.embedded.traces.Traces;
import basics.embedded.traces.Work;

/**
 * DynamoDB Local with the template's tables, reached through the front only. It is served here rather than by its own
 * main class, which would listen on every network interface.
 */
public final class DynamoDb implements AutoCloseable {
    private final LocalDynamoDBRequestHandler local;
    private final @Nullable DataFolder folder;
    private final Tables tables;
    private final Changes changes = new Changes();
    private final Front front;
    private final Listener listener;
    private final AccessLog log = new AccessLog();
    private final Callers callers;
    private final String region;

    private DynamoDb(Stack stack, @Nullable DataFolder folder, int port, Callers callers, Traces traces,
            Console console)
            throws Exception {
        this.folder = folder;
        this.callers = callers;
        this.region = stack.region();
        Sqlite.load();
        var fresh = folder != null && !folder.isUsed();
        this.local = new LocalDynamoDBRequestHandler(0, folder == null,
                folder == null ? null : folder.path().toString(),
                true, false);
        try {
            tables = new Tables(local);
            tables.create(stack);
            if (folder != null && fresh) {
                folder.restrict();
            }
            front = new Front(new LocalDynamoDBServerHandler(local, "*"), callers,
                    new RequiredAccess(stack.arn("dynamodb", "table/")), log, traces,
                    folder == null ? Writes.toMemory(console) : Writes.to(folder, tables::names, console), changes,
                    tables, console,
                    "arn:aws:sts::%s:assumed-role/".formatted(stack.account()));
            this.listener = listen(port, front);
        } catch (RuntimeException failure) {
            local.shutdown();
            throw failure;
        }
    }

    /**
     * Creates what is missing of the tables and listens for the functions.
     *
     * @param data
     *            where tables are kept; null for memory
     * @param port
     *            0 for any free one
     * @param traces
     *            where the calls of requests are told
     * @throws StartException
     *             when the folder or the port can't be used, or the folder holds a table with another key
     */
    public static DynamoDb start(Stack stack, @Nullable Path data, int port, Callers callers, Traces traces,
            Console console) {
        return start(stack, data, DataFolder.MARGIN, port, callers, traces, console);
    }

    /** One in memory, at any free port. */
    public static DynamoDb start(Stack stack, Callers callers, Console console) {
        return start(stack, null, 0, callers, Traces.NONE, console);
    }

    static DynamoDb start(Stack stack, @Nullable Path data, long margin, int port, Callers callers, Traces traces,
            Console console) {
        var folder = data == null ? null : DataFolder.open(data, margin, console);
        try {
            return new DynamoDb(stack, folder, port, callers, traces, console);
        } catch (StartException failure) {
            close(folder);
            throw failure;
        } catch (Exception failure) {
            close(folder);
            throw new StartException("DynamoDB Local does not start: " + failure.getMessage(), failure);
        }
    }

    private static Listener listen(int port, Handler front) {
        try {
            return Listener.open(port, Duration.ZERO, front, new ErrorHandler(), settings -> {});
        } catch (StartException taken) {
            throw new StartException(
                    "Port %d is taken. Stop what listens there, or choose another: -Ddynamodb.port=0 for any free one."
                            .formatted(port),
                    taken);
        }
    }

    /** Lets the owner of this machine in, with a key that is kept beside the tables if they are kept. */
    public OwnersAccess admitOwner() {
        var key = folder == null ? AccessKey.lasting() : OwnersKey.in(folder.path());
        callers.admitOwner(key);
        return new OwnersAccess(endpoint(), region, key);
    }

    /**
     * Checks that the tables of another stack can be had while this one is served.
     *
     * @throws StartException
     *             saying which can't
     */
    public void check(Stack stack) {
        tables.check(stack);
    }

    /** Creates what is missing of its tables. Those that it lacks stay, with what is in them. */
    public void create(Stack stack) {
        tables.create(stack);
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + listener.port());
    }

    /** Has the owner's requests to another service answered, as {@link Front#serve} says. */
    public void serve(String targets, OwnersService service) {
        front.serve(targets, service);
    }

    /**
     * Reads the stream of a table in the name of a function, whose role allows all that {@link StreamReader#needs} says.
     *
     * @param arn
     *            of the stream, as the template has it
     */
    public StreamReader stream(String arn, String function, String shortName, Role role) {
        var table = RequiredAccess.streamed(arn).orElseThrow(() -> new IllegalArgumentException(arn));
        var caller = new Caller(function, shortName, role, new Victim(Faults.NONE), new Work());
        return new LocalStreamReader(local,
                () -> tables.streamArn(table).orElseThrow(() -> new IllegalStateException(table + " has no stream")),
                changes.of(arn.substring(0, arn.indexOf("/stream/"))),
                () -> StreamReader.needs(arn).forEach(access -> log.record(caller, access)));
    }

    /** For whoever looks into the tables without being a function. */
    public DirectReads reads() {
        return new DirectReads(local);
    }

    public AccessLog accessLog() {
        return log;
    }

    @Override
    public void close() {
        listener.close();
        local.shutdown();
        close(folder);
    }

    private static void close(@Nullable DataFolder folder) {
        if (folder != null) {
            folder.close();
        }
    }
}
