package basics.infra.access;

import java.util.SortedMap;

/** Where an environment's tokens come from. */
public interface TokenIssuer {

    /** What the authorizer is told of them, as its environment variables. */
    SortedMap<String, String> variables();

    /** What a client needs to know to get one. */
    SortedMap<String, String> outputs();
}
