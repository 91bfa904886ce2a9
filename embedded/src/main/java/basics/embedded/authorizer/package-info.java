/** Lambda authorizers of the TOKEN type: who may call which method, as API Gateway asks and evaluates it. */
@NullMarked
package basics.embedded.authorizer;

import org.jspecify.annotations.NullMarked;
