package basics.infra.access;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

import basics.infra.contract.Contract;
import basics.infra.settings.Environment;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cognito.AccountRecovery;
import software.amazon.awscdk.services.cognito.CfnUserPoolClient;
import software.amazon.awscdk.services.cognito.CognitoDomainOptions;
import software.amazon.awscdk.services.cognito.FeaturePlan;
import software.amazon.awscdk.services.cognito.OAuthFlows;
import software.amazon.awscdk.services.cognito.OAuthScope;
import software.amazon.awscdk.services.cognito.OAuthSettings;
import software.amazon.awscdk.services.cognito.PasswordPolicy;
import software.amazon.awscdk.services.cognito.ResourceServerScope;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.cognito.UserPoolClient;
import software.amazon.awscdk.services.cognito.UserPoolDomain;
import software.amazon.awscdk.services.cognito.UserPoolDomainOptions;
import software.amazon.awscdk.services.cognito.UserPoolResourceServer;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/**
 * The issuer of an environment without an issuer in its settings: a Cognito user pool without users. Its only client is
 * the acceptance tests, which get tokens by the client credentials grant (RFC 6749, section 4.4).
 */
public final class MachineClients extends Construct implements TokenIssuer {

    /** Cognito's access tokens have no audience. Their scopes begin with this name instead. */
    private static final String RESOURCE_SERVER = "dynamodb-basics";
    /** Long enough for a run of all features, because Cognito charges for each token. */
    private static final Duration TOKEN_VALIDITY = Duration.hours(1);

    private final UserPool pool;
    private final UserPoolClient client;
    private final UserPoolDomain domain;

    public MachineClients(Construct scope, Contract contract, Environment environment) {
        super(scope, "MachineClients");
        pool = pool(environment);
        domain = pool.addDomain("Domain", UserPoolDomainOptions.builder()
                .cognitoDomain(CognitoDomainOptions.builder().domainPrefix(prefix(environment)).build())
                .build());
        client = client(contract);
        environment.ciRole().ifPresent(this::letReadSecret);
    }

    @Override
    public SortedMap<String, String> variables() {
        var variables = new TreeMap<String, String>();
        variables.put("ISSUER", pool.getUserPoolProviderUrl());
        variables.put("JWKS_URI", pool.getUserPoolProviderUrl() + "/.well-known/jwks.json");
        variables.put("SCOPE_PREFIX", RESOURCE_SERVER + '/');
        return variables;
    }

    /** Without the secret. A caller with the permission reads it from Cognito. */
    @Override
    public SortedMap<String, String> outputs() {
        var outputs = new TreeMap<String, String>();
        outputs.put("ClientId", client.getUserPoolClientId());
        outputs.put("ScopePrefix", RESOURCE_SERVER + '/');
        outputs.put("TokenUrl", domain.baseUrl() + "/oauth2/token");
        outputs.put("UserPoolId", pool.getUserPoolId());
        return outputs;
    }

    private UserPool pool(Environment environment) {
        return UserPool.Builder.create(this, "Pool")
                // Enough for the client credentials grant. The other plans add features for users.
                .featurePlan(FeaturePlan.LITE)
                .selfSignUpEnabled(false)
                .accountRecovery(AccountRecovery.NONE)
                // Applies only if an administrator creates a user.
                .passwordPolicy(PasswordPolicy.builder().minLength(16).requireDigits(true).requireLowercase(true)
                        .requireSymbols(true).requireUppercase(true).tempPasswordValidity(Duration.days(1)).build())
                .deletionProtection(environment.retainData())
                .removalPolicy(environment.removalPolicy())
                .build();
    }

    private UserPoolClient client(Contract contract) {
        var scopes = contract.scopes().entrySet().stream().map(scope -> ResourceServerScope.Builder.create()
                .scopeName(scope.getKey()).scopeDescription(scope.getValue()).build()).toList();
        var server = UserPoolResourceServer.Builder.create(this, "ResourceServer").userPool(pool)
                .identifier(RESOURCE_SERVER).scopes(scopes).build();
        var made = UserPoolClient.Builder.create(this, "Client")
                .userPool(pool)
                .generateSecret(true)
                .oAuth(OAuthSettings.builder()
                        .flows(OAuthFlows.builder().clientCredentials(true).build())
                        .scopes(scopes.stream().map(scope -> OAuthScope.resourceServer(server, scope)).toList())
                        .build())
                .accessTokenValidity(TOKEN_VALIDITY)
                .enableTokenRevocation(true)
                .preventUserExistenceErrors(true)
                .build();
        // By default users could sign in. The only remaining flow refreshes sessions, and no session exists.
        if (made.getNode().getDefaultChild() instanceof CfnUserPoolClient resource) {
            resource.setExplicitAuthFlows(List.of("ALLOW_REFRESH_TOKEN_AUTH"));
        }
        return made;
    }

    /** All accounts of a region share these names. The account's id makes this one unique. */
    private String prefix(Environment environment) {
        return "dynamodb-basics-" + environment.name().toLowerCase(Locale.ROOT) + '-' + Stack.of(this).getAccount();
    }

    private void letReadSecret(String roleName) {
        ManagedPolicy.Builder.create(this, "SecretReader")
                .description("Get tokens as the machine client of " + Stack.of(this).getStackName())
                .roles(List.of(Role.fromRoleName(this, "CiRole", roleName)))
                .statements(List.of(allow("cognito-idp:DescribeUserPoolClient", pool.getUserPoolArn()),
                        allow("cloudformation:DescribeStacks", thisStack())))
                .build();
    }

    /** IAM checks this ARN when a client describes a stack by its name. The wildcard stands for the stack's id. */
    private String thisStack() {
        var stack = Stack.of(this);
        return stack.formatArn(ArnComponents.builder().service("cloudformation").resource("stack")
                .resourceName(stack.getStackName() + "/*").build());
    }

    private static PolicyStatement allow(String action, String resource) {
        return PolicyStatement.Builder.create().actions(List.of(action)).resources(List.of(resource)).build();
    }
}
