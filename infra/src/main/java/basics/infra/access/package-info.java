/** Who gets in: the authorizer, and the issuer of the tokens that it checks. */
@NullMarked
package basics.infra.access;

import org.jspecify.annotations.NullMarked;
