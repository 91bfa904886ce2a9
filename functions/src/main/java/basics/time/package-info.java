/** Timestamps: reading what clients write, and writing text that sorts by time. */
@NullMarked
package basics.time;

import org.jspecify.annotations.NullMarked;
