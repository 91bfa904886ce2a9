package basics.infra.tables;

import java.util.List;

import basics.infra.settings.Environment;
import software.constructs.Construct;

/** Users by email; the sort key is the email's first letter. */
public final class UsersTable extends DataTable {

    public UsersTable(Construct scope, Environment environment) {
        super(scope, "Users", environment, table -> table.partitionKey(string("email")).sortKey(string("char")));
    }

    @Override
    public List<Reach> reach() {
        return List.of(
                allow("createUser", "PutItem"),
                allow("listUsers", "Scan"),
                allow("readUser", "Query"),
                allow("updateUser", "UpdateItem", "Query"),
                allow("deleteUser", "DeleteItem"));
    }
}
