/** A target that is AWS, and differs there. */
@NullMarked
package basics.samples.aws;

import org.jspecify.annotations.NullMarked;
