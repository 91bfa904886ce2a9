/** A minimal Java function with the AWS SDK. */
@NullMarked
package basics.floor;

import org.jspecify.annotations.NullMarked;
