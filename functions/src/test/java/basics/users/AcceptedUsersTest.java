package basics.users;

import static org.assertj.core.api.Assertions.assertThat;

import basics.testing.Answer;
import basics.testing.Extremes;
import basics.testing.Extremes.Piece;
import basics.testing.Refusals;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every accepted user can be read, listed, patched and deleted. Every refusal is a 4xx with the reason. */
class AcceptedUsersTest {
    private static final UserCalls calls = new UserCalls();
    private static int made;
    /** A new user for each try, so that a failure doesn't affect the next try. */
    private final String email = "ada" + made++ + "@example.com";

    @Provide
    Arbitrary<Piece> members() {
        return Extremes.members();
    }

    @Property
    void shouldReadListAndDeleteAnyCreatedUser(@ForAll("members") Piece members) {
        var answer = calls.create("{\"email\":\"" + email + "\"" + (members.json().isEmpty() ? "" : ",")
                + members.json() + "}");

        if (isAccepted(answer, 201, members)) {
            assertUsable(answer, members);
        } else {
            assertThat(calls.read(email).status()).isEqualTo(404);
        }
    }

    @Property
    void shouldReadListAndDeleteAnyUpdatedUser(@ForAll("members") Piece members) {
        calls.created(email);
        var before = calls.read(email).body();
        var isEmpty = members.json().isEmpty();

        var answer = calls.update(email, "{" + members.json() + "}");

        if (isAccepted(answer, 200, new Piece(members.json(), members.isBad() || isEmpty))) {
            assertUsable(answer, members);
        } else {
            assertThat(calls.read(email).body()).isEqualTo(before);
            assertThat(calls.delete(email).status()).isEqualTo(204);
        }
    }

    private static boolean isAccepted(Answer answer, int status, Piece members) {
        if (!members.isBad() && (answer.status() == status || !members.mayBeTooLarge())) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(status);
            return true;
        }
        Refusals.assertRefused(answer);
        return false;
    }

    private void assertUsable(Answer answer, Piece members) {
        assertThat(calls.read(email).body()).isEqualTo(answer.body());
        assertThat(calls.list().items()).contains(answer.json());
        var patched = calls.update(email, "{\"patched\":true}");
        if (patched.status() == 413 && members.mayBeTooLarge()) {
            patched = calls.update(email, "{\"large\":null,\"patched\":true}");
        }
        assertThat(patched.status()).as(patched.body()).isEqualTo(200);
        assertThat(calls.read(email).body()).isEqualTo(patched.body());
        assertThat(calls.delete(email).status()).isEqualTo(204);
        assertThat(calls.read(email).status()).isEqualTo(404);
    }
}
