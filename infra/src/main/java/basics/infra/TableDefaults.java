package basics.infra;

import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.constructs.Construct;

/** What both tables have in common. Names are CloudFormation's, so that environments can share an account. */
final class TableDefaults {

    private TableDefaults() {}

    static Table.Builder of(Construct scope, Environment environment) {
        var recovery = PointInTimeRecoverySpecification.builder()
                .pointInTimeRecoveryEnabled(environment.retainData())
                .build();
        return Table.Builder.create(scope, "Table")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                // A key that DynamoDB owns: always encrypted, at no charge. A key in KMS costs for each request, and
                // is worth it only where its own policy and audit trail are asked for.
                .encryption(TableEncryption.DEFAULT)
                .removalPolicy(environment.removalPolicy())
                .deletionProtection(environment.retainData())
                .pointInTimeRecoverySpecification(recovery);
    }

    /** A key attribute. */
    static Attribute string(String name) {
        return Attribute.builder().name(name).type(AttributeType.STRING).build();
    }
}
