package basics.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.MessageResolver;
import com.atlassian.oai.validator.schema.SchemaValidator;
import com.fasterxml.jackson.core.JsonProcessingException;

import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;

class ContractExamplesTest {

    private final OpenAPI contract = Conformance.contract();
    private final SchemaValidator validator = new SchemaValidator(contract,
            new MessageResolver(LevelResolver.create().build()));

    @Test
    void shouldFindThatEveryExampleIsOfItsSchema() {
        var wrong = mediaTypes().flatMap(this::wrongExamples).toList();

        assertThat(wrong).isEmpty();
    }

    @Test
    void shouldFindExamplesForEveryOperationWithABody() {
        assertThat(operations()).filteredOn(operation -> contents(operation).findAny().isPresent())
                .allSatisfy(operation -> assertThat(contents(operation).flatMap(
                        content -> content.values().stream()).anyMatch(mediaType -> mediaType.getExamples() != null))
                        .as(operation.getOperationId()).isTrue());
    }

    @Test
    void shouldFindAnExampleThatIsNotOfItsSchema() {
        var user = contract.getComponents().getSchemas().get("User");
        var mediaType = new MediaType().schema(user).addExamples("nobody", new Example().value("nobody"));

        assertThat(wrongExamples(mediaType)).hasSize(1);
    }

    private Stream<String> wrongExamples(MediaType mediaType) {
        var examples = mediaType.getExamples();
        return examples == null
                ? Stream.empty()
                : examples.entrySet().stream().filter(example -> !isValid(mediaType.getSchema(), example.getValue()))
                        .map(example -> example.getKey() + ": " + example.getValue());
    }

    private boolean isValid(Schema<?> schema, Example example) {
        try {
            var reference = example.get$ref();
            var value = reference == null
                    ? example.getValue()
                    : shared(reference).getValue();
            return !validator.validate(Json.mapper().writeValueAsString(value), schema, "example").hasErrors();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Example shared(String reference) {
        var name = reference.replaceFirst(".*/", "");
        return Objects.requireNonNull(contract.getComponents().getExamples().get(name), name);
    }

    private Stream<MediaType> mediaTypes() {
        return operations().stream().flatMap(ContractExamplesTest::contents)
                .flatMap(content -> content.values().stream());
    }

    private List<Operation> operations() {
        return contract.getPaths().values().stream().flatMap(path -> path.readOperations().stream()).toList();
    }

    private static Stream<Content> contents(Operation operation) {
        var request = Optional.ofNullable(operation.getRequestBody()).map(body -> body.getContent());
        var responses = operation.getResponses().values().stream().map(response -> response.getContent());
        return Stream.concat(request.stream(), responses.filter(content -> content != null));
    }
}
