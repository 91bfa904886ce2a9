package basics.infra.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

import software.amazon.awscdk.services.logs.RetentionDays;

class EnvironmentTest {

    private static final Map<String, Object> VALID = Map.of("accessLogs", true, "retainData", false,
            "logRetentionDays", 7, "memoryMb", 512, "requestsPerSecond", 50, "burst", 100, "waf", false, "snapStart",
            false, "eventShards", 4);

    @Test
    void shouldReadEverySetting() {
        // Given
        var values = with("eventRetentionDays", 30);
        values.put("corsOrigin", "https://app.example.com:8443");
        values.put("ciRole", "ci-dev");
        values.put("operationsPerSecond", Map.of("listUsers", 5));
        values.put("maxConcurrency", 20);
        values.put("runtime", "custom");

        // When
        var environment = Environment.of("dev", values);

        // Then
        assertThat(environment).isEqualTo(new Environment("dev", Optional.empty(), Optional.of("ci-dev"), true, false,
                RetentionDays.ONE_WEEK, 512, false, true,
                new Limits(50, 100, new TreeMap<>(Map.of("listUsers", 5)), Optional.of(20)), false, 4, Optional.of(30),
                Optional.of("https://app.example.com:8443")));
    }

    @Test
    void shouldAcceptMissingOptionalSettings() {
        assertThat(Environment.of("dev", VALID)).returns(Optional.empty(), Environment::eventRetentionDays)
                .returns(Optional.empty(), Environment::corsOrigin)
                .returns(Optional.empty(), Environment::issuer)
                .returns(Optional.empty(), Environment::ciRole)
                .returns(false, Environment::customRuntime)
                .returns(new Limits(50, 100, new TreeMap<>(), Optional.empty()), Environment::limits);
    }

    @Test
    void shouldNotTakeSnapshotsOfACustomRuntime() {
        // Given
        var values = with("snapStart", true);
        values.put("runtime", "custom");

        // When, then
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Environment.of("dev", values))
                .withMessage("environments.dev.runtime is \"custom\": must be java25 where snapStart is true,"
                        + " as Lambda takes snapshots of its own runtimes only");
    }

    @Test
    void shouldAcceptTheManagedRuntimeByName() {
        assertThat(Environment.of("dev", with("runtime", "java25")).customRuntime()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "http://localhost:3000", "https://app.example.com", "https://10.0.0.1:8443"})
    void shouldAcceptAnOrigin(String origin) {
        assertThat(Environment.of("dev", with("corsOrigin", origin)).corsOrigin()).contains(origin);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922,
        3288, 3653})
    void shouldAcceptEachRetentionOfCloudWatch(int days) {
        assertThat(Environment.of("dev", with("logRetentionDays", days)).logRetention())
                .isEqualTo(LogRetention.BY_DAYS.get(days));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        accessLogs         | null    | environments.dev.accessLogs is missing: must be true or false
        retainData         | 'yes!'  | environments.dev.retainData is "yes!": must be true or false
        retainData         | 1       | environments.dev.retainData is 1: must be true or false
        memoryMb           | 127     | environments.dev.memoryMb is 127: must be a whole number from 128 to 10240
        memoryMb           | 10241   | environments.dev.memoryMb is 10241: must be a whole number from 128 to 10240
        memoryMb           | 512.5   | environments.dev.memoryMb is 512.5: must be a whole number from 128 to 10240
        memoryMb           | '"512"' | environments.dev.memoryMb is "512": must be a whole number from 128 to 10240
        memoryMb           | null    | environments.dev.memoryMb is missing: must be a whole number from 128 to 10240
        requestsPerSecond  | 0       | environments.dev.requestsPerSecond is 0: must be a whole number from 1 to 10000
        requestsPerSecond  | 99999999999 | environments.dev.requestsPerSecond is 99999999999: must be a whole number from 1 to 10000
        burst              | 5001    | environments.dev.burst is 5001: must be a whole number from 1 to 5000
        snapStart          | null    | environments.dev.snapStart is missing: must be true or false
        snapStart          | 1       | environments.dev.snapStart is 1: must be true or false
        runtime            | java21  | environments.dev.runtime is "java21": must be one of java25, custom
        runtime            | true    | environments.dev.runtime is true: must be one of java25, custom
        waf                | null    | environments.dev.waf is missing: must be true or false
        maxConcurrency     | 0       | environments.dev.maxConcurrency is 0: must be a whole number from 1 to 900
        operationsPerSecond | 5      | environments.dev.operationsPerSecond is 5: must be an object of settings
        operationsPerSecond | 'listUsers: 51' | environments.dev.operationsPerSecond.listUsers is 51: must be a whole number from 1 to 50
        operationsPerSecond | 'listUsers: some' | environments.dev.operationsPerSecond.listUsers is "some": must be a whole number from 1 to 50
        ciRole             | 'arn:aws:iam::1:role/ci' | environments.dev.ciRole is "arn:aws:iam::1:role/ci": must be the name of an IAM role, in an environment without issuer
        access             | iam     | environments.dev.access is unknown: settings are accessLogs, audience, burst, ciRole, corsOrigin, eventRetentionDays, eventShards, issuer, jwksUri, logRetentionDays, maxConcurrency, memoryMb, operationsPerSecond, requestsPerSecond, retainData, runtime, snapStart, waf
        eventRetentionDays | 0       | environments.dev.eventRetentionDays is 0: must be a whole number from 1 to 3650
        eventRetentionDays | never   | environments.dev.eventRetentionDays is "never": must be a whole number from 1 to 3650
        eventShards        | 0       | environments.dev.eventShards is 0: must be a whole number from 1 to 100
        eventShards        | 101     | environments.dev.eventShards is 101: must be a whole number from 1 to 100
        eventShards        | null    | environments.dev.eventShards is missing: must be a whole number from 1 to 100
        corsOrigin         | true    | environments.dev.corsOrigin is true: must be a string
        corsOrigin         | 'https://a.example, https://b.example' | environments.dev.corsOrigin is "https://a.example, https://b.example": must be * or one origin such as https://app.example.com
        corsOrigin         | https://app.example.com/ | environments.dev.corsOrigin is "https://app.example.com/": must be * or one origin such as https://app.example.com
        corsOrigin         | "https://a.example'" | environments.dev.corsOrigin is "https://a.example'": must be * or one origin such as https://app.example.com
        retainDatta        | true    | environments.dev.retainDatta is unknown: settings are accessLogs, audience, burst, ciRole, corsOrigin, eventRetentionDays, eventShards, issuer, jwksUri, logRetentionDays, maxConcurrency, memoryMb, operationsPerSecond, requestsPerSecond, retainData, runtime, snapStart, waf
        """)
    void shouldRefuseABadSettingWithItsNameAndWhatIsAllowed(String setting, String yaml, String message) {
        // Given
        var values = with(setting, new Yaml().load(yaml.isEmpty() ? "''" : yaml));

        // When, then
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Environment.of("dev", values)).withMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        6       | environments.dev.logRetentionDays is 6
        seven   | environments.dev.logRetentionDays is "seven"
        9999    | environments.dev.logRetentionDays is 9999
        null    | environments.dev.logRetentionDays is missing
        """)
    void shouldRefuseARetentionUnknownToCloudWatch(String yaml, String start) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Environment.of("dev", with("logRetentionDays", new Yaml().load(yaml))))
                .withMessage(start + ": must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731,"
                        + " 1096, 1827, 2192, 2557, 2922, 3288, 3653");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        null | env is missing: must be one of dev. Add it to the command, as in: npx cdk diff -c env=dev
        test | env is "test": must be one of dev. Add it to the command, as in: npx cdk diff -c env=dev
        1    | env is 1: must be one of dev. Add it to the command, as in: npx cdk diff -c env=dev
        """)
    void shouldRefuseAnUnknownEnvironment(String yaml, String message) {
        // Given
        var context = new HashMap<String, Object>(Map.of("environments", Map.of("dev", VALID)));
        context.put("env", new Yaml().load(yaml));

        // When, then
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Environment.chosen(context::get))
                .withMessage(message);
    }

    @Test
    void shouldRefuseSettingsThatAreNotAnObject() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Environment.of("dev", "iam"))
                .withMessage("environments.dev is \"iam\": must be an object of settings");
    }

    @Test
    void shouldOfferTheEnvironmentsOfTheProject() {
        // Given
        var context = Project.find().context();

        // When, then
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Environment.chosen(context::get))
                .withMessage("env is missing: must be one of local, dev, staging, prod. Add it to the command, as in:"
                        + " npx cdk diff -c env=dev");
    }

    private static Map<String, Object> with(String setting, Object value) {
        var values = new HashMap<>(VALID);
        values.put(setting, value);
        return values;
    }
}
