package basics.infra.access;

import java.util.SortedMap;
import java.util.TreeMap;

import basics.infra.settings.Environment;
import basics.infra.settings.Issuer;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Stack;

/** An issuer outside of this stack. */
public final class TrustedIssuer implements TokenIssuer {

    private final SortedMap<String, String> variables = new TreeMap<>();

    public TrustedIssuer(Stack stack, Issuer issuer, Environment environment) {
        variables.put("AUDIENCE", issuer.audience());
        variables.put("ISSUER", address(stack, "Issuer", issuer.url(), environment));
        variables.put("JWKS_URI", address(stack, "JwksUri", issuer.jwksUri(), environment));
    }

    @Override
    public SortedMap<String, String> variables() {
        return new TreeMap<>(variables);
    }

    @Override
    public SortedMap<String, String> outputs() {
        return new TreeMap<>();
    }

    /**
     * In the local environment a stack parameter, since the issuer's port is known only after its start. Elsewhere a
     * fixed value.
     */
    private static String address(Stack stack, String name, String value, Environment environment) {
        return environment.isLocal()
                ? CfnParameter.Builder.create(stack, name).type("String").defaultValue(value).build().getValueAsString()
                : value;
    }
}
