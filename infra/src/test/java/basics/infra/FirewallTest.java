package basics.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirewallTest {

    private static final String ACL = "AWS::WAFv2::WebACL";

    @Test
    void shouldStandBeforeTheStage() {
        // Given
        var prod = Synthesised.of("prod");

        // When
        var association = prod.properties("AWS::WAFv2::WebACLAssociation", "Firewall");

        // Then
        assertThat(Synthesised.text(association.path("WebACLArn")))
                .isEqualTo("${" + prod.resource(ACL, "Firewall").getKey() + ".Arn}");
        assertThat(Synthesised.text(association.path("ResourceArn")))
                .isEqualTo("arn:${AWS::Partition}:apigateway:${AWS::Region}::/restapis/${"
                        + prod.resource("AWS::ApiGateway::RestApi", "Api").getKey() + "}/stages/${"
                        + prod.resource("AWS::ApiGateway::Stage", "Api").getKey() + '}');
    }

    @Test
    void shouldHaveTheRulesThatAwsKeepsAndALimitForEachAddress() {
        // When
        var rules = acl().path("Rules");

        // Then
        assertThat(rules.findValuesAsText("Priority")).doesNotHaveDuplicates();
        assertThat(rules).filteredOn(rule -> rule.has("OverrideAction")).hasSize(3).allSatisfy(rule -> {
            assertThat(rule.path("OverrideAction").toString()).isEqualTo("{\"None\":{}}");
            assertThat(rule.at("/Statement/ManagedRuleGroupStatement/VendorName").asText()).isEqualTo("AWS");
        }).extracting(rule -> rule.at("/Statement/ManagedRuleGroupStatement/Name").asText()).containsExactly(
                "AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesKnownBadInputsRuleSet",
                "AWSManagedRulesCommonRuleSet");
        assertThat(rules).filteredOn(rule -> rule.has("Action")).singleElement().satisfies(rule -> {
            assertThat(rule.path("Action").toString()).isEqualTo("{\"Block\":{}}");
            assertThat(rule.at("/Statement/RateBasedStatement/AggregateKeyType").asText()).isEqualTo("IP");
            // A tenth of 1,000 requests a second, over 300 s.
            assertThat(rule.at("/Statement/RateBasedStatement/Limit").asInt()).isEqualTo(30_000);
            assertThat(rule.at("/Statement/RateBasedStatement/EvaluationWindowSec").asInt()).isEqualTo(300);
        });
    }

    @Test
    void shouldOnlyCountWhatTheContractAllows() {
        // When
        var overrides = acl().at("/Rules/3/Statement/ManagedRuleGroupStatement/RuleActionOverrides");

        // Then
        assertThat(overrides).allSatisfy(
                override -> assertThat(override.path("ActionToUse").toString()).isEqualTo("{\"Count\":{}}"));
        var counted = overrides.findValuesAsText("Name");
        assertThat(counted).doesNotHaveDuplicates().contains("SizeRestrictions_BODY", "SizeRestrictions_URIPATH",
                "SizeRestrictions_QUERYSTRING", "NoUserAgent_HEADER", "RestrictedExtensions_URIPATH");
        for (var attack : List.of("CrossSiteScripting", "EC2MetaDataSSRF", "GenericLFI", "GenericRFI")) {
            assertThat(counted).filteredOn(rule -> rule.startsWith(attack))
                    .containsExactlyInAnyOrder(attack + "_BODY", attack + "_URIPATH");
        }
    }

    @Test
    void shouldKeepNoSamplesOfRequests() {
        assertThat(acl().findValues("SampledRequestsEnabled")).hasSize(5).noneMatch(JsonNode::asBoolean);
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging"})
    void shouldBeAnOption(String environment) {
        Synthesised.of(environment).template().resourceCountIs(ACL, 0);
        assertThat(Synthesised.of(environment).templateFile()).doesNotContain("WAFv2");
    }

    private static JsonNode acl() {
        return Synthesised.of("prod").properties(ACL, "Firewall");
    }
}
