package basics.infra.access;

import java.util.SortedMap;

/** Where an environment's tokens come from. */
public interface TokenIssuer {

    /** The authorizer's environment variables. */
    SortedMap<String, String> variables();

    /** The stack's outputs that tell a client how to get a token. */
    SortedMap<String, String> outputs();
}
