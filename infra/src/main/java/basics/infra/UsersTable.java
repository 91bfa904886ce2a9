package basics.infra;

import static basics.infra.TableDefaults.string;

import software.amazon.awscdk.services.dynamodb.Table;
import software.constructs.Construct;

/** Users by email; the sort key is the email's first letter. */
final class UsersTable extends Construct {

    private final Table table;

    UsersTable(Construct scope, Environment environment) {
        super(scope, "Users");
        table = TableDefaults.of(this, environment)
                .partitionKey(string("email"))
                .sortKey(string("char"))
                .build();
    }

    String name() {
        return table.getTableName();
    }

    String arn() {
        return table.getTableArn();
    }
}
