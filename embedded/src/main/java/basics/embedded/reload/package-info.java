/** Sees what is edited and compiled while it is served, and makes of it what can be served. */
@NullMarked
package basics.embedded.reload;

import org.jspecify.annotations.NullMarked;
