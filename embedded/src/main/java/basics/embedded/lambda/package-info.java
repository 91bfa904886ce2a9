/** Functions as processes of Lambda's own Java runtime client, fed over the Lambda Runtime API. */
@NullMarked
package basics.embedded.lambda;

import org.jspecify.annotations.NullMarked;
