/** Value types for any domain, independent of DynamoDB. */
@NullMarked
package basics.values;

import org.jspecify.annotations.NullMarked;
