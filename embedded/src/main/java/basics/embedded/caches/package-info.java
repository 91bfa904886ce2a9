/**
 * Ahead-of-time caches, which shorten the cold starts of functions. They are made in the background and found by
 * content.
 */
@NullMarked
package basics.embedded.caches;

import org.jspecify.annotations.NullMarked;
