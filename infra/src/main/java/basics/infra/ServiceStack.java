package basics.infra;

import static java.util.Map.entry;

import java.util.List;

import basics.infra.access.Authorizer;
import basics.infra.access.MachineClients;
import basics.infra.access.TokenIssuer;
import basics.infra.access.TrustedIssuer;
import basics.infra.api.Api;
import basics.infra.api.Firewall;
import basics.infra.contract.Contract;
import basics.infra.functions.Functions;
import basics.infra.functions.Snapshots;
import basics.infra.settings.Environment;
import basics.infra.settings.Ordered;
import basics.infra.settings.Project;
import basics.infra.streams.KeepCounts;
import basics.infra.tables.CountsTable;
import basics.infra.tables.EventsTable;
import basics.infra.tables.UsersTable;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** The whole service in one environment. */
final class ServiceStack extends Stack {

    ServiceStack(Construct scope, Environment environment, Project project) {
        super(scope, "DynamoDbBasics-" + environment.name(), properties(environment));

        var contract = Contract.of(project.openApi());
        var events = new EventsTable(this, environment);
        var counts = new CountsTable(this, environment);
        var tables = List.of(new UsersTable(this, environment), events, counts);
        var functions = new Functions(this, contract, project, tables, environment);
        var keepCounts = new KeepCounts(this, project, events, counts, environment);
        var tokens = tokens(contract, environment);
        var authorizer = new Authorizer(this, contract, project, tokens, environment);
        if (environment.snapStart()) {
            Snapshots.takeInTurn(functions, authorizer.function());
        }
        var api = new Api(this, contract, functions, authorizer, environment);
        if (environment.waf()) {
            new Firewall(this, api, environment);
        }

        output("ApiUrl", api.url());
        tables.forEach(table -> output(table.output(), table.name()));
        output("FailedCountsQueue", keepCounts.failures());
        tokens.outputs().forEach(this::output);
    }

    private TokenIssuer tokens(Contract contract, Environment environment) {
        return environment.issuer().<TokenIssuer>map(issuer -> new TrustedIssuer(this, issuer, environment))
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
