package basics.acceptance.target.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Answers as LocalStack 4.14.0 did, whatever stack it is about, and remembers what it was asked. */
final class RecordedEmulator implements AutoCloseable {

    private static final String ID = "arn:aws:cloudformation:us-east-1:000000000000:stack/Shop-local/0a1b";

    private final HttpServer server;
    private final String status;
    private final String reason;
    private volatile boolean deleted;
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    /**
     * With a stack that comes to this end.
     *
     * @param reason
     *            what the event of its one resource says
     */
    RecordedEmulator(String status, String reason) throws IOException {
        this.status = status;
        this.reason = reason;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Method and path, or all parameters, of each request. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var parameters = body.startsWith("Action=") ? URLDecoder.decode(body, StandardCharsets.UTF_8) : "";
        asked.add(parameters.isEmpty()
                ? exchange.getRequestMethod() + ' ' + exchange.getRequestURI().getPath()
                : parameters);
        var answer = parameters.isEmpty() ? "" : stackAnswer(parameters);
        if (exchange.getRequestHeaders().containsKey("X-Amz-Target")) {
            answer = "{\"Parameter\": {\"Name\": \"version\", \"Value\": \"30\"}}";
        }
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String stackAnswer(String parameters) {
        var action = parameters.replaceFirst("Action=(\\w+).*", "$1");
        deleted = action.equals("DeleteStack") || (deleted && !action.equals("CreateStack"));
        var result = switch (action) {
            case "CreateStack" -> "<StackId>" + ID + "</StackId>";
            case "DescribeStacks" -> """
                <Stacks><member><StackName>Shop-local-0a1b</StackName><StackId>%s</StackId>\
                <StackStatus>%s</StackStatus></member></Stacks>""".formatted(ID, deleted ? "DELETE_COMPLETE" : status);
            case "DescribeStackEvents" -> """
                <StackEvents><member><EventId>2</EventId><LogicalResourceId>Users</LogicalResourceId>\
                <ResourceType>AWS::X::Y</ResourceType><ResourceStatus>%s</ResourceStatus>\
                <ResourceStatusReason>%s</ResourceStatusReason></member>\
                <member><EventId>1</EventId><LogicalResourceId>Users</LogicalResourceId>\
                <ResourceType>AWS::X::Y</ResourceType><ResourceStatus>CREATE_IN_PROGRESS</ResourceStatus></member>\
                </StackEvents>""".formatted(status.startsWith("ROLLBACK") ? "CREATE_FAILED" : status, reason);
            default -> "";
        };
        return """
            <%1$sResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">\
            <%1$sResult>%2$s</%1$sResult></%1$sResponse>""".formatted(action, result);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
