package basics.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import basics.testing.Call;
import basics.testing.Filling;
import basics.testing.PageUnits;
import basics.values.Email;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class UsersPageCostTest {
    private final UserCalls calls = new UserCalls();
    private final PageUnits units = new PageUnits(calls.tables, PageUnits.TABLE_READ);

    private static Map<String, AttributeValue> user(int number) {
        var email = Objects.requireNonNull(Email.parse("user%06d@example.com".formatted(number)));
        return User.create(email, Map.of(), UserCalls.CREATED);
    }

    private void users(int from, int to) {
        Filling.fill(calls.tables.client(), calls.users.table(), IntStream.range(from, to)
                .mapToObj(UsersPageCostTest::user));
    }

    @Test
    void shouldScanAPageForTheSameUnitsInATableOfAnySize() {
        users(0, Filling.FEW);
        var ofFew = units.ofTwoPages(calls.list, Call::of);
        users(Filling.FEW, Filling.MANY);

        assertThat(units.ofTwoPages(calls.list, Call::of)).isEqualTo(ofFew);
    }
}
