/** Counts of events by hour and by day: the function that keeps them, and the one that answers them. */
@NullMarked
package basics.counts;

import org.jspecify.annotations.NullMarked;
