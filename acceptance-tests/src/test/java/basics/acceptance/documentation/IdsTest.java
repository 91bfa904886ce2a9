package basics.acceptance.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Ada is signed up again      | users-create-user--ada-is-signed-up-again
        Kim's "clicked button"      | users-create-user--kims-clicked-button
        Grace has <an attribute>    | users-create-user--grace-has-an-attribute
        """)
    void shouldReadAsTheName(String name, String id) {
        assertThat(Ids.example("users/create_user", name)).isEqualTo(id);
    }

    @Test
    void shouldTellNamesApartThatDifferInMarksOnly() {
        assertThat(Ids.example("users/create_user", "Sam types ada@")).startsWith("users-create-user--sam-types-ada-")
                .isNotEqualTo(Ids.example("users/create_user", "Sam types ada@@"))
                .isEqualTo(Ids.example("users/create_user", "Sam types ada@"));
    }

    @Test
    void shouldTellLongNamesApartThatDifferAtTheirEnd() {
        var name = "very ".repeat(40);

        assertThat(Ids.example("a", name + "long")).isNotEqualTo(Ids.example("a", name + "longer")).hasSizeLessThan(90);
    }

    @Test
    void shouldTellARuleFromAnExampleOfTheSameName() {
        assertThat(Ids.rule("a", "Ada")).isNotEqualTo(Ids.example("a", "Ada"));
    }
}
