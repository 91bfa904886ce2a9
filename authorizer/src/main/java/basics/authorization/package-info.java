/** Who may call the API: a Lambda token authorizer that checks bearer tokens and answers what they allow. */
@NullMarked
package basics.authorization;

import org.jspecify.annotations.NullMarked;
