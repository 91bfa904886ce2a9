package basics.infra;

import basics.infra.OperationFunction.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.constructs.Construct;

/** One function for each operation, all from the one file. */
final class Functions extends Construct {

    private final UsersTable users;
    private final EventsTable events;
    private final Environment environment;
    private final List<OperationFunction> all = new ArrayList<>();

    Functions(Construct scope, Project project, UsersTable users, EventsTable events, Environment environment) {
        super(scope, "Functions");
        this.users = users;
        this.events = events;
        this.environment = environment;
        var code = FunctionCode.ofOperations(project, environment);
        for (var operation : project.contract().operations()) {
            all.add(new OperationFunction(this, operation, reach(Grant.of(operation)), code, environment));
        }
    }

    List<OperationFunction> all() {
        return List.copyOf(all);
    }

    private Reach reach(Grant grant) {
        return switch (grant.data()) {
            case NONE -> new Reach(Optional.empty(), new TreeMap<>());
            case USERS -> new Reach(Optional.of(users.arn()), variable("USERS_TABLE", users.name()));
            case EVENTS -> new Reach(Optional.of(events.arn()), eventsVariables(grant));
            case EVENTS_BY_DATE -> new Reach(Optional.of(events.byDateArn()), byDateVariables());
        };
    }

    private SortedMap<String, String> eventsVariables(Grant grant) {
        var variables = variable("EVENTS_TABLE", events.name());
        if (grant.recordsEvents()) {
            environment.eventRetentionDays().ifPresent(days -> variables.put("EVENT_RETENTION_DAYS", days.toString()));
        }
        return variables;
    }

    private SortedMap<String, String> byDateVariables() {
        var variables = variable("EVENTS_TABLE", events.name());
        variables.put("EVENTS_BY_DATE_INDEX", EventsTable.BY_DATE);
        return variables;
    }

    private static SortedMap<String, String> variable(String name, String value) {
        var variables = new TreeMap<String, String>();
        variables.put(name, value);
        return variables;
    }
}
