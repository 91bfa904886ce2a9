package basics.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GrantTest {

    @Test
    void shouldExistForEachOperationOfTheContractAndForNoOther() {
        // Given
        var operations = Project.find().contract().operations().stream().map(Operation::id).toList();

        // When
        var granted = Arrays.stream(Grant.values()).map(Grant::operationId).toList();

        // Then
        assertThat(granted).containsExactlyInAnyOrderElementsOf(operations).doesNotHaveDuplicates();
    }

    @Test
    void shouldBeAskedForWhenAnOperationHasNone() {
        // Given
        var operation = new Operation("renameUser", "users", "POST", "/users/{email}/name", "Rename a user",
                Optional.empty());

        // When, then
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Grant.of(operation)).withMessage(
                "The operation renameUser of openapi.yaml has no grant: say in Grant.java what its function may do.");
    }
}
