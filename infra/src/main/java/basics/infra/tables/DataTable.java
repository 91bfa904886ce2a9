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
 * A table and what each operation may do with it. CloudFormation chooses the table's name, so that environments can share
 * an account; functions find it in the environment variable {@code USERS_TABLE}, after the construct's id {@code Users}.
 */
public abstract class DataTable extends Construct {

    private final Table table;

    /**
     * @param keys
     *            adds the keys to what all tables have in common
     */
    DataTable(Construct scope, String id, Environment environment, UnaryOperator<Table.Builder> keys) {
        super(scope, id);
        var recovery = PointInTimeRecoverySpecification.builder()
                .pointInTimeRecoveryEnabled(environment.retainData())
                .build();
        var common = Table.Builder.create(this, "Table")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                // A key that DynamoDB owns: always encrypted, at no charge. A key in KMS costs for each request, and
                // is worth it only where its own policy and audit trail are asked for.
                .encryption(TableEncryption.DEFAULT)
                .removalPolicy(environment.removalPolicy())
                .deletionProtection(environment.retainData())
                .pointInTimeRecoverySpecification(recovery);
        table = keys.apply(common).build();
    }

    /** What each operation that uses the table may do: nothing else is allowed. */
    public abstract List<Reach> reach();

    /** The name that CloudFormation gives the table. */
    public String name() {
        return table.getTableName();
    }

    /** The stack's output that says the name, such as {@code UsersTable}. */
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
