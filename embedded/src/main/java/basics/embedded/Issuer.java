package basics.embedded;

import java.net.URI;

/**
 * Whose tokens are taken.
 *
 * @param issuer
 *            exactly what tokens name as {@code iss}
 * @param jwks
 *            where its keys are read (RFC 7517)
 */
public record Issuer(URI issuer, URI jwks) {}
