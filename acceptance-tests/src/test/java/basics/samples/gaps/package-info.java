/** A target that lacks something. */
@NullMarked
package basics.samples.gaps;

import org.jspecify.annotations.NullMarked;
