package basics.infra;

import static java.util.Map.entry;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** The whole service in one environment. */
final class ServiceStack extends Stack {

    ServiceStack(Construct scope, Environment environment, Project project) {
        super(scope, "DynamoDbBasics-" + environment.name(), properties(environment));

        var users = new UsersTable(this, environment);
        var events = new EventsTable(this, environment);
        var functions = new Functions(this, project, users, events, environment);
        var api = new Api(this, project.contract(), functions, environment);

        output("ApiUrl", api.url());
        output("UsersTable", users.name());
        output("EventsTable", events.name());
    }

    private static StackProps properties(Environment environment) {
        return StackProps.builder()
                .description("Users and events over DynamoDB, environment " + environment.name())
                .tags(Ordered.map(entry("service", "dynamodb-basics"), entry("environment", environment.name())))
                .terminationProtection(environment.retainData())
                .build();
    }

    private void output(String name, String value) {
        CfnOutput.Builder.create(this, name).value(value).build();
    }
}
