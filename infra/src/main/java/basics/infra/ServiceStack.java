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

        var contract = project.contract();
        var users = new UsersTable(this, environment);
        var events = new EventsTable(this, environment);
        var functions = new Functions(this, project, users, events, environment);
        var tokens = tokens(contract, environment);
        var authorizer = new Authorizer(this, project, contract, tokens, environment);
        if (environment.snapStart()) {
            Snapshots.takeInTurn(functions, authorizer);
        }
        var api = new Api(this, contract, functions, authorizer, environment);
        if (environment.waf()) {
            new Firewall(this, api, environment);
        }

        output("ApiUrl", api.url());
        output("UsersTable", users.name());
        output("EventsTable", events.name());
        tokens.outputs().forEach(this::output);
    }

    private TokenSource tokens(Contract contract, Environment environment) {
        return environment.issuer().<TokenSource>map(issuer -> new TrustedIssuer(this, issuer, environment))
                .orElseGet(() -> new MachineClients(this, contract, environment));
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
