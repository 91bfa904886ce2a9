/** Ahead-of-time caches of functions, which make their starts shorter: made in the background, and found by content. */
@NullMarked
package basics.embedded.caches;

import org.jspecify.annotations.NullMarked;
