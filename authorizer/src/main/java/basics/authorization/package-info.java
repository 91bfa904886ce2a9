/** Who may call the API: a Lambda token authorizer that checks bearer tokens and returns a policy. */
@NullMarked
package basics.authorization;

import org.jspecify.annotations.NullMarked;
