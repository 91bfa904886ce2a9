/** Lambda authorizers of the TOKEN type, called and evaluated as API Gateway does it. */
@NullMarked
package basics.embedded.authorizer;

import org.jspecify.annotations.NullMarked;
