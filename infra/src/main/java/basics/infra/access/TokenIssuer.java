package basics.infra.access;

import java.util.SortedMap;

/** The issuer of an environment's tokens. */
public interface TokenIssuer {

    /** The authorizer's environment variables. */
    SortedMap<String, String> variables();

    /** The stack's outputs that tell a client how to get a token. */
    SortedMap<String, String> outputs();
}
