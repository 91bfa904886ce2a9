package basics.embedded.streams;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;

import com.fasterxml.jackson.databind.JsonNode;

import basics.embedded.template.Json;

/**
 * Which records a function says have failed (Lambda Developer Guide, "Configuring partial batch response with DynamoDB and
 * Lambda"): the batch goes on behind the one before the first of them.
 */
final class Answers {
    private Answers() {}

    /**
     * The position of the first that has failed; empty when none has. All have failed when the answer names a record that
     * isn't of the batch, or can't be understood.
     */
    static OptionalInt firstFailed(byte[] answer, List<? extends JsonNode> batch) {
        JsonNode told;
        try {
            told = Json.MAPPER.readTree(answer);
        } catch (IOException notJson) {
            return OptionalInt.of(0);
        }
        if (told == null || told.isMissingNode() || told.isNull() || (told.isTextual() && told.asText().isEmpty())) {
            return OptionalInt.empty();
        }
        var failures = told.path("batchItemFailures");
        if (!told.isObject() || !(failures.isMissingNode() || failures.isNull() || failures.isArray())) {
            return OptionalInt.of(0);
        }
        var numbers = batch.stream().map(Records::sequenceNumber).toList();
        return Json.list(failures).stream()
                .mapToInt(failure -> Math.max(0, numbers.indexOf(failure.path("itemIdentifier").asText()))).min();
    }
}
