/** An issuer of tokens for this machine: one client, the tokens and keys of mock-oauth2-server. */
@NullMarked
package basics.embedded.issuer;

import org.jspecify.annotations.NullMarked;
