package basics.infra.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import basics.infra.Synthesised;

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

    /** Every rule that reads a body or a path, and no rule that AWS doesn't have: overriding one of those does nothing. */
    @ParameterizedTest
    @MethodSource("rules")
    void shouldOnlyCountWhatTheContractAllows(String group, List<String> rules, List<String> alsoCounted) {
        // Given
        var expected = Stream.concat(alsoCounted.stream(),
                rules.stream().filter(rule -> rule.endsWith("_BODY") || rule.endsWith("_URIPATH"))).toList();

        // When
        var overrides = acl().path("Rules").valueStream().map(rule -> rule.at("/Statement/ManagedRuleGroupStatement"))
                .filter(statement -> statement.path("Name").asText().equals(group)).findFirst().orElseThrow()
                .path("RuleActionOverrides");

        // Then
        assertThat(overrides).allSatisfy(
                override -> assertThat(override.path("ActionToUse").toString()).isEqualTo("{\"Count\":{}}"));
        assertThat(overrides.findValuesAsText("Name")).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(rules).containsAll(alsoCounted);
    }

    /** As of November 2026 (AWS WAF Developer Guide, "Baseline rule groups" and "IP reputation rule groups"). */
    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of("AWSManagedRulesAmazonIpReputationList", List.of("AWSManagedIPReputationList",
                        "AWSManagedReconnaissanceList", "AWSManagedIPDDoSList"), List.of()),
                Arguments.of("AWSManagedRulesKnownBadInputsRuleSet", List.of("JavaDeserializationRCE_HEADER",
                        "JavaDeserializationRCE_BODY", "JavaDeserializationRCE_URIPATH",
                        "JavaDeserializationRCE_QUERYSTRING", "Host_localhost_HEADER", "PROPFIND_METHOD",
                        "ExploitablePaths_URIPATH", "Log4JRCE_HEADER", "Log4JRCE_QUERYSTRING", "Log4JRCE_BODY",
                        "Log4JRCE_URIPATH", "ReactJSRCE_BODY"), List.of()),
                Arguments.of("AWSManagedRulesCommonRuleSet", List.of("NoUserAgent_HEADER", "UserAgent_BadBots_HEADER",
                        "SizeRestrictions_QUERYSTRING", "SizeRestrictions_Cookie_HEADER", "SizeRestrictions_BODY",
                        "SizeRestrictions_URIPATH", "EC2MetaDataSSRF_BODY", "EC2MetaDataSSRF_COOKIE",
                        "EC2MetaDataSSRF_URIPATH", "EC2MetaDataSSRF_QUERYARGUMENTS", "GenericLFI_QUERYARGUMENTS",
                        "GenericLFI_URIPATH", "GenericLFI_BODY", "RestrictedExtensions_URIPATH",
                        "RestrictedExtensions_QUERYARGUMENTS", "GenericRFI_QUERYARGUMENTS", "GenericRFI_BODY",
                        "GenericRFI_URIPATH", "CrossSiteScripting_COOKIE", "CrossSiteScripting_QUERYARGUMENTS",
                        "CrossSiteScripting_BODY", "CrossSiteScripting_URIPATH"),
                        List.of("NoUserAgent_HEADER", "SizeRestrictions_QUERYSTRING")));
    }

    @Test
    void shouldKeepNoSamplesOfRequests() {
        assertThat(acl().findValues("SampledRequestsEnabled")).hasSize(5).noneMatch(JsonNode::asBoolean);
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "dev", "staging"})
    void shouldBeAnOption(String environment) {
        assertThat(Synthesised.of(environment).resources(ACL)).isEmpty();
        assertThat(Synthesised.of(environment).templateFile()).doesNotContain("WAFv2");
    }

    private static JsonNode acl() {
        return Synthesised.of("prod").properties(ACL, "Firewall");
    }
}
