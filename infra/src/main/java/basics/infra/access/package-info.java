/** Access to the API: the authorizer, and the issuer of its tokens. */
@NullMarked
package basics.infra.access;

import org.jspecify.annotations.NullMarked;
