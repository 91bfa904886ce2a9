/** Kinds of values that any domain may have, without DynamoDB. */
@NullMarked
package basics.values;

import org.jspecify.annotations.NullMarked;
