/** A service that answers. */
@NullMarked
package basics.samples.answers;

import org.jspecify.annotations.NullMarked;
