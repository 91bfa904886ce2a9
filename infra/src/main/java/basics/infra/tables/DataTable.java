package basics.infra.tables;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

import basics.infra.settings.Environment;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.constructs.Construct;

/**
 * A table and the permissions of each operation on it. CloudFormation chooses the table's name, so that environments
 * can share an account. Functions read it from an environment variable named after the construct's id:
 * {@code USERS_TABLE} for {@code Users}.
 */
public abstract class DataTable extends Construct {

    private final Table table;

    /** @param keys adds the keys to the properties of all tables */
    DataTable(Construct scope, String id, Environment environment, UnaryOperator<Table.Builder> keys) {
        super(scope, id);
        var recovery = PointInTimeRecoverySpecification.builder()
                .pointInTimeRecoveryEnabled(environment.retainData())
                .build();
        var common = Table.Builder.create(this, "Table")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                // DynamoDB's own key encrypts the table at no charge. A key in KMS costs money for each request. It
                // pays only where you need its policy and audit trail.
                .encryption(TableEncryption.DEFAULT)
                .removalPolicy(environment.removalPolicy())
                .deletionProtection(environment.retainData())
                .pointInTimeRecoverySpecification(recovery);
        table = keys.apply(common).build();
    }

    /** The permissions of each operation that uses the table. No operation has any others. */
    public abstract List<Reach> reach();

    /** The name that CloudFormation gives the table. */
    public String name() {
        return table.getTableName();
    }

    /** The stack's output with the table's name, such as {@code UsersTable}. */
    public String output() {
        return getNode().getId() + "Table";
    }

    /** One operation's actions, by DynamoDB's names, such as {@code Query}. */
    Reach allow(String operationId, String... actions) {
        return Reach.of(operationId, table.getTableArn(), actions).with(variable(), name());
    }

    Table table() {
        return table;
    }

    /** A key attribute. */
    static Attribute string(String name) {
        return Attribute.builder().name(name).type(AttributeType.STRING).build();
    }

    private String variable() {
        return getNode().getId().toUpperCase(Locale.ROOT) + "_TABLE";
    }
}
