package basics.infra.api;

import java.util.Arrays;
import java.util.stream.Stream;

import basics.infra.settings.Environment;
import basics.infra.settings.Ordered;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.amazon.awscdk.services.wafv2.CfnWebACLAssociation;
import software.constructs.Construct;

/**
 * AWS WAF before the API: rules that AWS keeps up to date, and a limit for each address. The rules see the first 16 KB of
 * a body (AWS WAF Developer Guide, "Considerations for managing body inspection").
 */
public final class Firewall extends Construct {

    /**
     * These rules only count, as they would refuse requests that the contract allows: any text in a body or in an
     * event's name, bodies of 4 MiB, names of 2,048 bytes and their cursors, clients without a user agent. AWS
     * silently ignores a misspelt name (AWS WAF Developer Guide, "Baseline rule groups").
     */
    private static final String[] COMMON_COUNTED = {"CrossSiteScripting_BODY", "CrossSiteScripting_URIPATH",
        "EC2MetaDataSSRF_BODY", "EC2MetaDataSSRF_URIPATH", "GenericLFI_BODY", "GenericLFI_URIPATH", "GenericRFI_BODY",
        "GenericRFI_URIPATH", "NoUserAgent_HEADER", "RestrictedExtensions_URIPATH", "SizeRestrictions_BODY",
        "SizeRestrictions_QUERYSTRING", "SizeRestrictions_URIPATH"};
    /**
     * These only count too: <code>${jndi:…}</code> is valid text for an attribute or an event's name. In headers and
     * queries, where no free text belongs, it stays refused.
     */
    private static final String[] BAD_INPUTS_COUNTED = {"ExploitablePaths_URIPATH", "JavaDeserializationRCE_BODY",
        "JavaDeserializationRCE_URIPATH", "Log4JRCE_BODY", "Log4JRCE_URIPATH", "ReactJSRCE_BODY"};
    /** One address may use a tenth of an operation's rate. */
    private static final int SHARE = 10;
    private static final int WINDOW_SECONDS = 300;

    public Firewall(Construct scope, Api api, Environment environment) {
        super(scope, "Firewall");
        var rules = Stream.of(
                addressLimit(0, environment),
                managed(1, "AWSManagedRulesAmazonIpReputationList"),
                managed(2, "AWSManagedRulesKnownBadInputsRuleSet", BAD_INPUTS_COUNTED),
                managed(3, "AWSManagedRulesCommonRuleSet", COMMON_COUNTED)).toList();
        var acl = CfnWebACL.Builder.create(this, "Acl")
                .scope("REGIONAL")
                .defaultAction(CfnWebACL.DefaultActionProperty.builder()
                        .allow(CfnWebACL.AllowActionProperty.builder().build()).build())
                .rules(rules)
                .visibilityConfig(visibility("Firewall"))
                .build();
        CfnWebACLAssociation.Builder.create(this, "Association")
                .resourceArn(api.stageArn())
                .webAclArn(acl.getAttrArn())
                .build();
    }

    private static CfnWebACL.RuleProperty managed(int priority, String group, String... counted) {
        var statement = CfnWebACL.ManagedRuleGroupStatementProperty.builder().vendorName("AWS").name(group);
        if (counted.length > 0) {
            statement.ruleActionOverrides(Arrays.stream(counted).map(Firewall::counting).toList());
        }
        return CfnWebACL.RuleProperty.builder()
                .name(group)
                .priority(priority)
                .statement(CfnWebACL.StatementProperty.builder().managedRuleGroupStatement(statement.build()).build())
                // Each rule of the group acts as AWS says.
                .overrideAction(CfnWebACL.OverrideActionProperty.builder().none(Ordered.map()).build())
                .visibilityConfig(visibility(group))
                .build();
    }

    private static CfnWebACL.RuleActionOverrideProperty counting(String rule) {
        return CfnWebACL.RuleActionOverrideProperty.builder()
                .name(rule)
                .actionToUse(CfnWebACL.RuleActionProperty.builder()
                        .count(CfnWebACL.CountActionProperty.builder().build()).build())
                .build();
    }

    private static CfnWebACL.RuleProperty addressLimit(int priority, Environment environment) {
        var statement = CfnWebACL.RateBasedStatementProperty.builder()
                .aggregateKeyType("IP")
                .evaluationWindowSec(WINDOW_SECONDS)
                .limit(environment.limits().requestsPerSecond() * WINDOW_SECONDS / SHARE)
                .build();
        return CfnWebACL.RuleProperty.builder()
                .name("AddressLimit")
                .priority(priority)
                .statement(CfnWebACL.StatementProperty.builder().rateBasedStatement(statement).build())
                .action(CfnWebACL.RuleActionProperty.builder()
                        .block(CfnWebACL.BlockActionProperty.builder().build()).build())
                .visibilityConfig(visibility("AddressLimit"))
                .build();
    }

    /** Metrics without samples: a sample shows the whole URL, which may hold an email. */
    private static CfnWebACL.VisibilityConfigProperty visibility(String metric) {
        return CfnWebACL.VisibilityConfigProperty.builder()
                .metricName(metric)
                .cloudWatchMetricsEnabled(true)
                .sampledRequestsEnabled(false)
                .build();
    }
}
