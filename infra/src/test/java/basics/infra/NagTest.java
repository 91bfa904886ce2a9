package basics.infra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import basics.infra.Nagged.Finding;

/** Runs cdk-nag on the environments that are deployed. It counts errors and warnings. */
class NagTest {

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void shouldHaveOnlyAcceptedFindings(String environment) {
        assertThat(Nagged.of(environment).findings()).isNotEmpty()
                .allSatisfy(finding -> assertThat(finding).matches(each -> each.compliant() || each.accepted()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void shouldNeedEachAcceptance(String environment) {
        // Given
        var accepted = Nagged.of(environment).findings().stream().filter(Finding::accepted)
                .map(finding -> finding.rule() + " on " + finding.path()).toList();

        // When
        var acceptances = Acceptances.of(environment).stream()
                .map(acceptance -> acceptance.rule() + " on " + acceptance.path()).toList();

        // Then
        assertThat(acceptances).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(accepted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void shouldGiveAReasonForEachAcceptance(String environment) {
        assertThat(Acceptances.of(environment)).isNotEmpty()
                .allSatisfy(acceptance -> assertThat(acceptance.reason()).hasSizeGreaterThan(80).endsWith("."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void shouldAcceptNoFindingForAWholeStack(String environment) {
        // When
        var template = Nagged.of(environment).template();

        // Then
        assertThat(template.path("Metadata").has("cdk_nag")).isFalse();
        assertThat(template.path("Resources").findValues("cdk_nag")).isNotEmpty();
        assertThat(Synthesised.of(environment).templateFile()).doesNotContain("cdk_nag");
    }

    @ParameterizedTest
    @CsvSource({"AwsSolutions-COG1, MachineClients/Pool/Resource",
        "AwsSolutions-APIG3, Api/RestApi/DeploymentStage.api/Resource",
        "AwsSolutions-APIG1, Api/RestApi/DeploymentStage.api/Resource", "AwsSolutions-DDB3, [A-Za-z]+/Table/Resource",
        "AwsSolutions-L1, Authorizer/Function/Resource", "AwsSolutions-IAM5, Functions/[A-Za-z]+/Role/Resource",
        "NIST.800.53.R5-DynamoDBPITREnabled, [A-Za-z]+/Table/Resource",
        "NIST.800.53.R5-LambdaConcurrency, Functions/[A-Za-z]+/Function/Resource",
        "NIST.800.53.R5-APIGWAssociatedWithWAF, Api/RestApi/DeploymentStage.api/Resource",
        "NIST.800.53.R5-IAMPolicyNoStatementsWithFullAccess, MachineClients/SecretReader/Resource",
        "NIST.800.53.R5-CloudWatchLogGroupRetentionPeriod, Authorizer/Logs/Resource"})
    void shouldFindNoFaultInProduction(String rule, String paths) {
        assertThat(Nagged.of("prod").findings())
                .filteredOn(finding -> finding.rule().equals(rule) && finding.path().matches(paths)).isNotEmpty()
                .allMatch(Finding::compliant);
    }

    @Test
    void shouldBeStricterWithProduction() {
        assertThat(Nagged.of("dev").findings()).noneMatch(finding -> finding.rule().startsWith("NIST"));
        assertThat(Nagged.of("prod").findings()).anyMatch(finding -> finding.rule().startsWith("NIST"));
    }
}
