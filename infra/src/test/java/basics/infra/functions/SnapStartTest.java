package basics.infra.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import basics.infra.Synthesised;

class SnapStartTest {

    private static final String FUNCTION = "AWS::Lambda::Function";
    private static final String VERSION = "AWS::Lambda::Version";
    private static final String ALIAS = "AWS::Lambda::Alias";

    @ParameterizedTest
    @ValueSource(strings = {"staging", "prod"})
    void shouldStartEveryAwaitedFunctionFromTheSnapshotOfAVersion(String environment) {
        // Given
        var synthesised = Synthesised.of(environment);
        var functions = synthesised.awaited();

        // When
        var aliases = synthesised.resources(ALIAS).values().stream().map(alias -> alias.path("Properties")).toList();

        // Then
        assertThat(functions).isNotEmpty().allSatisfy((_, function) -> assertThat(
                function.at("/Properties/SnapStart/ApplyOn").asText()).isEqualTo("PublishedVersions"));
        assertThat(synthesised.resources(VERSION)).hasSameSizeAs(functions);
        assertThat(aliases).hasSize(functions.size()).allSatisfy(alias -> {
            assertThat(alias.path("Name").asText()).isEqualTo("live");
            assertThat(alias.at("/FunctionVersion/Fn::GetAtt/1").asText()).isEqualTo("Version");
            var version = alias.at("/FunctionVersion/Fn::GetAtt/0").asText();
            assertThat(synthesised.properties(VERSION, version).path("FunctionName"))
                    .isEqualTo(alias.path("FunctionName"));
        });
        assertThat(aliases).extracting(alias -> alias.at("/FunctionName/Ref").asText())
                .containsExactlyInAnyOrderElementsOf(functions.keySet());
    }

    /** The Ref of an alias is its ARN (CloudFormation, AWS::Lambda::Alias, return values). */
    @ParameterizedTest
    @ValueSource(strings = {"staging", "prod"})
    void shouldInvokeOnlyVersionsWithSnapshots(String environment) {
        // Given
        var synthesised = Synthesised.of(environment);
        var functions = synthesised.awaited().keySet();

        // When
        var template = synthesised.json();
        var resources = template.path("Resources").valueStream()
                .filter(resource -> !resource.path("Type").asText().equals(VERSION))
                .filter(resource -> !resource.path("Type").asText().equals(ALIAS)).toList();

        // Then
        assertThat(functions).isNotEmpty();
        assertThat(referred(resources)).isNotEmpty().doesNotContainAnyElementsOf(functions)
                .containsAll(synthesised.resources(ALIAS).keySet());
        assertThat(template.findValues("Fn::GetAtt")).extracting(reference -> reference.path(0).asText()).isNotEmpty()
                .doesNotContainAnyElementsOf(functions);
    }

    /** Beyond Lambda's limit of simultaneous snapshots, the next one fails, and the deployment with it. */
    @ParameterizedTest
    @ValueSource(strings = {"staging", "prod"})
    void shouldTakeFourSnapshotsAtATime(String environment) {
        // Given
        var versions = Synthesised.of(environment).resources(VERSION);
        var awaited = new TreeMap<String, String>();

        // When
        versions.forEach((id, version) -> version.path("DependsOn").valueStream().map(JsonNode::asText)
                .filter(versions::containsKey).forEach(other -> awaited.put(id, other)));

        // Then: four begin at once, and only one other version waits for each
        assertThat(versions).hasSizeGreaterThan(4);
        assertThat(awaited.values()).doesNotHaveDuplicates();
        assertThat(versions.size() - awaited.size()).isEqualTo(4);
        assertThat(versions.keySet())
                .allSatisfy(id -> assertThat(turn(id, awaited)).isBetween(1, Math.ceilDiv(versions.size(), 4)));
    }

    @Test
    void shouldLetTheApiCallAnAliasBeforeTheStageMovesToIt() {
        // Given
        var prod = Synthesised.of("prod");

        // When
        var awaited = prod.resource("AWS::ApiGateway::Stage", "Api").getValue().path("DependsOn");

        // Then
        assertThat(awaited).extracting(JsonNode::asText)
                .containsAll(prod.resources("AWS::Lambda::Permission").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev"})
    void shouldPublishNoVersionsWithoutSnapStart(String environment) {
        // Given
        var synthesised = Synthesised.of(environment);

        // When, then
        assertThat(synthesised.resources(FUNCTION)).isNotEmpty()
                .allSatisfy((_, function) -> assertThat(function.path("Properties").has("SnapStart")).isFalse());
        assertThat(synthesised.resources(VERSION)).isEmpty();
        assertThat(synthesised.resources(ALIAS)).isEmpty();
    }

    @Test
    void shouldPublishAVersionOfEachFunctionWhoseVariablesChange() {
        // When
        var changed = with("corsOrigin", "https://app.example.com");

        // Then
        assertThat(remaining(changed)).singleElement().asString().startsWith("Authorizer");
        assertThat(changed.resources(VERSION)).hasSameSizeAs(changed.awaited());
        assertThat(changed.resources(ALIAS).keySet()).isEqualTo(Synthesised.of("prod").resources(ALIAS).keySet());
    }

    @Test
    void shouldPublishAVersionOfEachFunctionWhoseMemoryChanges() {
        assertThat(remaining(with("memoryMb", 2048))).isEmpty();
    }

    @Test
    void shouldPublishAVersionOfEachFunctionWhoseCodeChanges() throws IOException {
        // Given
        var project = Synthesised.projectWithSmallJars();
        Files.writeString(project.functionJar(), "other operations");

        // When
        var changed = Synthesised.anew("prod", Map.of(), project);

        // Then
        assertThat(remaining(changed)).singleElement().asString().startsWith("Authorizer");
    }

    @Test
    void shouldPublishNoVersionOfAnUnchangedFunction() {
        assertThat(remaining(with("requestsPerSecond", 999)))
                .hasSameSizeAs(Synthesised.of("prod").awaited().keySet());
    }

    /** This applies even where data is retained. CloudFormation removes a version after the alias has moved on. */
    @ParameterizedTest
    @ValueSource(strings = {"staging", "prod"})
    void shouldLeaveNoOldVersionBehind(String environment) {
        assertThat(Synthesised.of(environment).resources(VERSION)).isNotEmpty().allSatisfy((_, version) -> {
            assertThat(version.has("DeletionPolicy")).isFalse();
            assertThat(version.has("UpdateReplacePolicy")).isFalse();
        });
    }

    private static int turn(String version, Map<String, String> awaited) {
        var before = awaited.get(version);
        return before == null ? 1 : 1 + turn(before, awaited);
    }

    private static Synthesised with(String setting, Object value) {
        return Synthesised.of("prod", Map.of(setting, value));
    }

    /** The versions of production that the changed stack has too. */
    private static Collection<String> remaining(Synthesised changed) {
        var versions = new TreeSet<>(changed.resources(VERSION).keySet());
        versions.retainAll(Synthesised.of("prod").resources(VERSION).keySet());
        return versions;
    }

    private static Collection<String> referred(Collection<JsonNode> resources) {
        var ids = new TreeSet<String>();
        resources.forEach(resource -> resource.findValues("Ref").forEach(reference -> ids.add(reference.asText())));
        return ids;
    }
}
