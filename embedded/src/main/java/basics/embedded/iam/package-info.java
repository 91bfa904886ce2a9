/** Roles and their policies, evaluated like identity-based policies in IAM. */
@NullMarked
package basics.embedded.iam;

import org.jspecify.annotations.NullMarked;
