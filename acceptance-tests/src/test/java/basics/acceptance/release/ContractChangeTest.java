package basics.acceptance.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractChangeTest {

    /** The contract of the last release. A release replaces it (CONTRIBUTING.md). */
    private static final Path RELEASED = Path.of("..", "docs", "released", "openapi.yaml");
    private static final Path NEXT = Path.of("..", "openapi.yaml");

    private static final String CONTRACT = """
        openapi: 3.0.1
        info: { title: Pets, version: 0.3.1 }
        paths:
          /pets:
            get:
              operationId: listPets
              parameters:
                - { name: limit, in: query, schema: { type: integer, maximum: 100 } }
              responses:
                '200':
                  description: Pets.
                  content:
                    application/json:
                      schema:
                        type: object
                        required: [items]
                        properties: { items: { type: array, items: { type: string } } }
            post:
              operationId: addPet
              responses: { '201': { description: Added. } }
        """;

    @Test
    void shouldBreakNoClientOfTheLastReleaseWithoutSayingSo() throws IOException {
        var change = ContractChange.between(Files.readString(RELEASED), Files.readString(NEXT));

        assertThat(change.isAnnounced())
                .as("""
                    openapi.yaml breaks clients of the last release (docs/released/openapi.yaml). Make it compatible, or raise its
                    version: the major number, below 1.0 the minor one.
                    %s""",
                        change.told())
                .isTrue();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
        operationId: addPet; operationId: addPet\\n      parameters: [{ name: at, in: query, required: true, schema: { type: string } }]
        required: [items]; required: []
        items: { type: array, items: { type: string } }; items: { type: string }
        limit, in: query, schema: { type: integer, maximum: 100 }; limit, in: query, schema: { type: boolean }
        /pets:; /animals:
        """)
    void shouldFindWhatBreaksAClient(String before, String after) {
        var change = ContractChange.between(CONTRACT, changed(before, after));

        assertThat(change.isBreaking()).as(change.told()).isTrue();
        assertThat(change.isAnnounced()).isFalse();
        assertThat(change.told()).isNotBlank();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
        operationId: addPet; operationId: addPet\\n      parameters: [{ name: at, in: query, schema: { type: string } }]
        items: { type: array, items: { type: string } }; items: { type: array, items: { type: string } }, count: { type: integer }
        description: Pets.; description: All pets.
        application/json:; application/json:\\n              example: { items: [] }
        /pets:; /health: { get: { operationId: check, responses: { '200': { description: It is. } } } }\\n  /pets:
        """)
    void shouldLetPassWhatBreaksNone(String before, String after) {
        var change = ContractChange.between(CONTRACT, changed(before, after));

        assertThat(change.isBreaking()).as(change.told()).isFalse();
        assertThat(change.isAnnounced()).isTrue();
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({"0.3.1, 0.4.0, true", "0.3.1, 1.0.0, true", "1.2.0, 2.0.0, true", "0.3.1, 0.3.2, false",
        "0.3.1, 0.3.1, false", "1.2.0, 1.3.0, false", "1.2.0, 0.9.0, false", "0.9.1, 0.10.0, true"})
    void shouldLetTheVersionAnnounceABreakingChange(String released, String next, boolean isAnnounced) {
        var before = CONTRACT.replace("0.3.1", released);
        var after = CONTRACT.replace("0.3.1", next).replace("/pets:", "/animals:");

        assertThat(ContractChange.between(before, after).isAnnounced()).isEqualTo(isAnnounced);
    }

    @Test
    void shouldRefuseWhatIsNoVersion() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContractChange.between(CONTRACT, CONTRACT.replace("0.3.1", "next")))
                .withMessage("The version of openapi.yaml is no MAJOR.MINOR.PATCH: next");
    }

    private static String changed(String before, String after) {
        assertThat(CONTRACT).contains(before);
        return CONTRACT.replace(before, after.replace("\\n", "\n"));
    }
}
