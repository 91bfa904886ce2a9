package basics.users;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import basics.testing.Allocation;
import basics.testing.Call;
import basics.testing.Shape;

class UserWriteCostTest {
    private static final UserCalls calls = new UserCalls();

    @ParameterizedTest
    @EnumSource
    void shouldCreateAUserAtACostInProportionToItsBytes(Shape shape) {
        Allocation.assertProportional(calls.create,
                n -> Call.withBody("{\"email\":\"" + shape + n + "@example.com\"," + shape.members(n) + "}"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldUpdateAUserAtACostInProportionToItsBytes(Shape shape) {
        var email = "update-" + shape + "@example.com";
        calls.created(email);

        Allocation.assertProportional(calls.update,
                n -> Call.withBody("{" + shape.members(n) + "}").path("email", email));
    }
}
