package basics.acceptance.api;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.interaction.ApiOperationResolver;
import com.atlassian.oai.validator.model.ApiOperation;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;

/** Holds answers against {@code openapi.yaml}: status, headers, media type and schema. */
public final class Conformance {

    /** Any operation whose 404 is documented: what an unknown path or method is answered with looks the same. */
    private static final String DOCUMENTS_NOT_FOUND = "/users/ada@example.com";

    private final OpenAPI contract;
    private final OpenApiInteractionValidator validator;
    private final ApiOperationResolver operations;

    private Conformance(OpenAPI contract) {
        this.contract = contract;
        this.validator = OpenApiInteractionValidator.createFor(contract).build();
        this.operations = new ApiOperationResolver(contract, null, false);
    }

    /** The contract of this project. */
    public static Conformance read() {
        return new Conformance(contract());
    }

    /** The contract with all its references resolved; not to be changed. */
    static OpenAPI contract() {
        return Contract.READ;
    }

    private static OpenAPI parsed() {
        var openapi = Path.of("..", "openapi.yaml");
        var options = new ParseOptions();
        options.setResolve(true);
        options.setResolveFully(true);
        var parsed = new OpenAPIV3Parser().readLocation(openapi.toUri().toString(), null, options);
        if (parsed.getOpenAPI() == null || !parsed.getMessages().isEmpty()) {
            throw new IllegalStateException(openapi + " is not a contract: " + parsed.getMessages());
        }
        return parsed.getOpenAPI();
    }

    /** The ids of all operations. */
    Set<String> operationIds() {
        var ids = new TreeSet<String>();
        contract.getPaths().values()
                .forEach(path -> path.readOperations().forEach(operation -> ids.add(operation.getOperationId())));
        return ids;
    }

    /** What the service is called. */
    public static String title() {
        return contract().getInfo().getTitle();
    }

    /** The documented answers that no scenario can show, such as {@code checkHealth 500}, with the reason. */
    public static Map<String, String> notShown() {
        return Answers.NOT_SHOWN;
    }

    /** Every answer of every operation. */
    Set<Answers.Answer> answers() {
        var answers = new TreeSet<Answers.Answer>();
        contract.getPaths().values().forEach(path -> path.readOperations().forEach(operation -> operation.getResponses()
                .keySet().forEach(status -> answers.add(new Answers.Answer(operation.getOperationId(), status)))));
        return answers;
    }

    /** The operation that a request is for, if the contract has it. */
    Optional<String> operationId(Request request) {
        return operation(request).map(operation -> operation.getOperation().getOperationId());
    }

    /**
     * @throws AssertionError
     *             with the validator's words if the answer is not as the contract says
     */
    void check(Exchange exchange) {
        var request = exchange.request();
        if (request.method().equals("OPTIONS")) {
            return; // Preflights are the gateway's, not the contract's.
        }
        var known = operation(request).isPresent();
        if (!known && exchange.response().status() != 404) {
            throw new AssertionError("What is not in the contract is answered 404.\n" + exchange.told());
        }
        if (!known && request.method().equals("HEAD")) {
            return; // It has no body, and so nothing else that the contract describes.
        }
        var report = known
                ? validator.validateResponse(request.resource(), Method.valueOf(request.method()), validated(exchange))
                : validator.validateResponse(DOCUMENTS_NOT_FOUND, Method.GET, validated(exchange));
        if (report.hasErrors()) {
            throw new AssertionError("The answer is not as openapi.yaml says:\n%s\n%s".formatted(
                    report.getMessages().stream().map(ValidationReport.Message::toString).collect(joining("\n")),
                    exchange.told()));
        }
    }

    /** A slash at the end of a path changes nothing. */
    private Optional<ApiOperation> operation(Request request) {
        var path = request.resource().replaceFirst("(?<=.)/$", "");
        var match = operations.findApiOperation(path, Method.valueOf(request.method()));
        return match.isPathFound() && match.isOperationAllowed()
                && isPath(match.getApiOperation().getApiPath().original(), path)
                        ? Optional.of(match.getApiOperation())
                        : Optional.empty();
    }

    /** Upper and lower case differ in paths (RFC 3986), though not for the validator. */
    private static boolean isPath(String template, String path) {
        return path.matches(template.replaceAll("\\{[^}]+}", "[^/]+"));
    }

    private static SimpleResponse validated(Exchange exchange) {
        var response = exchange.response();
        var builder = SimpleResponse.Builder.status(response.status());
        response.headers().map().forEach(builder::withHeader);
        if (response.body().length > 0) {
            builder.withBody(response.body());
        }
        return builder.build();
    }

    /** Read once: it takes a second. */
    private static final class Contract {
        private static final OpenAPI READ = parsed();
    }
}
