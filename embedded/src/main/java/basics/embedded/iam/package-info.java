/** Roles and their policies, evaluated as IAM evaluates identity-based policies. */
@NullMarked
package basics.embedded.iam;

import org.jspecify.annotations.NullMarked;
