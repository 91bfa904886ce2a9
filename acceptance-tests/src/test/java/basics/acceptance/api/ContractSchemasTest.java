package basics.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.MessageResolver;
import com.atlassian.oai.validator.schema.SchemaValidator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;

/** What tools learn from the schemas alone. */
class ContractSchemasTest {

    private final OpenAPI contract = Conformance.contract();
    private final SchemaValidator validator = new SchemaValidator(contract,
            new MessageResolver(LevelResolver.create().build()));

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        NewUser;   "email": "ada@example.com"
        UserPatch; "city": "Tulsa"
        NewEvent;  "event": "clicked button"
        """)
    void shouldRefuseWhatOnlyTheServiceSets(String schema, String members) {
        assertThat(isValid("{" + members + "}", schema)).isTrue();
        assertThat(refused(schema)).isNotEmpty()
                .allSatisfy(name -> assertThat(isValid("{%s, \"%s\": 1}".formatted(members, name), schema)).isFalse());
    }

    @Test
    void shouldRefuseAllThatAnAnswerHasAndNobodyCanSend() {
        assertThat(refused("NewUser")).containsAll(besides(Set.of("email"), "User"));
        assertThat(refused("UserPatch")).containsAll(besides(Set.of(), "User"));
        assertThat(refused("NewEvent")).containsAll(besides(schema("NewEvent").getProperties().keySet(), "Event"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22T10:15:30Z", "2026-11-22t10:15:30.1z", "2026-11-22T10:15:30.123456789+02:00",
        "0000-01-01T00:00:00.123456789000-23:59"})
    void shouldTakeEachFormOfATimestamp(String timestamp) {
        assertThat(isValid('"' + timestamp + '"', "AnyTimestamp")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22", "2026-11-22 10:15:30Z", "2026-11-22T10:15:30", "2026-11-22T10:15:30+0000",
        "2026-11-22T10:15:30.1234567891Z", "2026-11-22T10:15:30.Z", "Sun Nov 22 2026"})
    void shouldRefuseWhatIsNoTimestamp(String timestamp) {
        assertThat(isValid('"' + timestamp + '"', "AnyTimestamp")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22T10:15:30Z, true", "2026-11-22T10:15:30.100Z, true", "2026-11-22T10:15:30.123456Z, true",
        "2026-11-22T10:15:30.123456789Z, true", "2026-11-22T10:15:30.1Z, false", "2026-11-22T10:15:30+00:00, false"})
    void shouldPromiseOneFormOfATimestampInAnswers(String timestamp, boolean isPromised) {
        assertThat(isValid('"' + timestamp + '"', "Timestamp")).isEqualTo(isPromised);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.com", "a!#$%&'*+-/=?^_`{|}~.b@a-b.example.com"})
    void shouldTakeAnEmail(String email) {
        assertThat(isValid('"' + email + '"', "EmailAddress")).isTrue();
    }

    /** The members that a body must not have. */
    private Set<String> refused(String name) {
        var refused = new TreeSet<String>();
        Schema<?> not = schema(name).getNot();
        for (Schema<?> alternative : not.getAnyOf()) {
            refused.addAll(alternative.getRequired());
        }
        return refused;
    }

    private List<String> besides(Set<String> sent, String answer) {
        return schema(answer).getProperties().keySet().stream().filter(name -> !sent.contains(name)).toList();
    }

    private boolean isValid(String json, String schema) {
        return !validator.validate(json, schema(schema), "value").hasErrors();
    }

    private Schema<?> schema(String name) {
        return Objects.requireNonNull(contract.getComponents().getSchemas().get(name), name);
    }
}
