/** Instants as clients write them, and as text whose order is the order of time. */
@NullMarked
package basics.time;

import org.jspecify.annotations.NullMarked;
