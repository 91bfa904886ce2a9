package basics.acceptance.api;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** A request and its answer. */
public record Exchange(Request request, Response response) {

    /** Bodies are cut there when they are shown: enough to see what was meant, not what a megabyte is made of. */
    private static final int SHOWN = 2_000;

    /** As a person reads it when a scenario failed, with the request id to look for in the functions' logs. */
    public String told() {
        return """
            %s %s
            %s
            %s

            -> %d, request id %s
            %s
            %s
            """.formatted(request.method(), cut(request.path()),
                request.headers().entrySet().stream().map(header -> header.getKey() + ": " + header.getValue())
                        .collect(Collectors.joining("\n")),
                cut(new String(request.body(), StandardCharsets.UTF_8)), response.status(),
                response.header(Api.REQUEST_ID).orElse("none"),
                response.headers().map().entrySet().stream()
                        .map(header -> header.getKey() + ": " + String.join(", ", header.getValue()))
                        .collect(Collectors.joining("\n")),
                cut(response.text()));
    }

    private static String cut(String text) {
        return text.length() <= SHOWN
                ? text
                : text.substring(0, SHOWN) + "... (%d characters)".formatted(text.length());
    }
}
