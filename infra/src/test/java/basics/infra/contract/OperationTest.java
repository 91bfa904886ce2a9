package basics.infra.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.Test;

class OperationTest {

    private static final Operation OPERATION = new Operation("renameItem", "things", "POST",
            "/things/{thing}/items/{item}/name", "Rename it", Optional.of("things:write"));

    @Test
    void shouldBeHandledByTheClassOfItsNameInThePackageOfItsTag() {
        assertThat(OPERATION.handler()).isEqualTo("basics.things.RenameItem");
        assertThat(OPERATION.title()).isEqualTo("RenameItem");
    }

    @Test
    void shouldHaveWildcardsForParametersInArns() {
        assertThat(OPERATION.arnPath()).isEqualTo("/things/*/items/*/name");
    }
}
