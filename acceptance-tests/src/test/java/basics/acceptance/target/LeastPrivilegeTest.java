package basics.acceptance.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import basics.embedded.iam.Access;

class LeastPrivilegeTest {

    private static final Access READ = new Access("dynamodb:Query", "arn:aws:dynamodb:::table/users");
    private static final Access WRITE = new Access("dynamodb:PutItem", "arn:aws:dynamodb:::table/users");

    @Test
    void shouldFindNothingWhenAllThatIsGrantedIsUsed() {
        assertThat(LeastPrivilege.broken(Map.of("read", Set.of(READ), "health", Set.of()),
                Map.of("read", Set.of(READ)))).isEmpty();
    }

    @Test
    void shouldFindAGrantThatIsNeverUsed() {
        assertThat(LeastPrivilege.broken(Map.of("read", Set.of(READ, WRITE)), Map.of("read", Set.of(READ))))
                .containsExactly("read may dynamodb:PutItem on arn:aws:dynamodb:::table/users, and never did");
    }

    @Test
    void shouldFindAFunctionThatWasNeverCalled() {
        assertThat(LeastPrivilege.broken(Map.of("read", Set.of(READ)), Map.of())).hasSize(1);
    }

    @Test
    void shouldFindAUseThatAWildcardGrants() {
        var all = new Access("dynamodb:*", READ.resource());

        assertThat(LeastPrivilege.broken(Map.of("read", Set.of(all)), Map.of("read", Set.of(READ)))).hasSize(2);
    }
}
