package basics.infra.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsersTableTest {

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldBeKeyedByEmailAndItsFirstLetter(String environment) {
        // When
        var users = Keys.table(environment, "Users");

        // Then
        assertThat(Keys.of(users, users.path("KeySchema"))).isEqualTo("email S HASH, char S RANGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging", "prod"})
    void shouldIndexAndExpireNothing(String environment) {
        // When
        var users = Keys.table(environment, "Users");

        // Then
        assertThat(users.has("GlobalSecondaryIndexes")).isFalse();
        assertThat(users.has("LocalSecondaryIndexes")).isFalse();
        assertThat(users.has("TimeToLiveSpecification")).isFalse();
    }
}
