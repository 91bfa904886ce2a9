/** The least that a Java function with the AWS SDK does. */
@NullMarked
package basics.floor;

import org.jspecify.annotations.NullMarked;
