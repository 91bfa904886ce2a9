package basics.embedded.gateway;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

import basics.embedded.gateway.Integrator.Result;

/**
 * A mock integration: the request template gives a status, by which one of the responses is chosen (API Gateway Developer
 * Guide, "Mock integrations for REST APIs").
 *
 * @param statuses
 *            what the request template of each media type gives
 * @param passesThrough
 *            whether a request of another media type goes on without a template, which a mock can do nothing with
 * @param isText
 *            whether binary bodies are turned into texts: no template can be applied to what is binary
 */
record Mock(Map<String, Integer> statuses, boolean passesThrough, boolean isText, List<Response> responses)
        implements
            Integration {
    /** What a request without a media type has. */
    private static final String JSON = "application/json";

    /**
     * A response.
     *
     * @param selection
     *            which the status must match; empty for the default
     * @param bodies
     *            by media type
     */
    record Response(Optional<Pattern> selection, int status, Map<String, ContextTemplate> headers,
            Map<String, ContextTemplate> bodies, boolean isText) {}

    /**
     * Answers a request.
     *
     * @param types
     *            those that are binary to the API
     * @param context
     *            the values of {@code $context} variables, without that prefix
     */
    Result answer(GatewayRequest request, MediaTypes types, Map<String, String> context) {
        var sent = MediaTypes.name(request.header("Content-Type"));
        var type = sent.isEmpty() ? JSON : sent;
        var status = statuses.get(type);
        if (status == null) {
            // Seen on AWS: 415 in ministackorg/ministack#1746, 500 in aws/aws-cdk#16323.
            return new Result.Failed(
                    passesThrough ? GatewayFailure.INTERNAL : GatewayFailure.UNSUPPORTED_MEDIA_TYPE);
        }
        if (types.isBinary(type) && !isText) {
            // Seen on AWS: aws/serverless-application-model#553.
            return new Result.Failed(GatewayFailure.CONFIGURATION);
        }
        return response(status).map(response -> reply(response, request.header("Accept"), types, context))
                .orElse(new Result.Failed(GatewayFailure.CONFIGURATION));
    }

    private Optional<Response> response(int status) {
        return responses.stream()
                .filter(response -> response.selection()
                        .filter(pattern -> pattern.matcher(Integer.toString(status)).matches()).isPresent())
                .findFirst().or(() -> responses.stream().filter(one -> one.selection().isEmpty()).findFirst());
    }

    private static Result reply(Response response, String accept, MediaTypes types, Map<String, String> context) {
        var bodies = response.bodies();
        if (!bodies.isEmpty() && types.isBinary(accept) && !response.isText()) {
            // The text would be read as base64 (Developer Guide, "Content type conversions in API Gateway").
            return new Result.Failed(GatewayFailure.CONFIGURATION);
        }
        var wanted = MediaTypes.name(accept);
        var type = bodies.containsKey(wanted) || bodies.isEmpty()
                ? wanted
                : bodies.containsKey(JSON) ? JSON : bodies.keySet().iterator().next();
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Content-Type", List.of(bodies.isEmpty() ? JSON : type));
        response.headers().forEach((name, value) -> headers.put(name, List.of(value.render(context))));
        var body = bodies.get(type);
        return new Result.Done(Reply.text(response.status(), headers, body == null ? "" : body.render(context)));
    }
}
