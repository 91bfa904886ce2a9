/** Puts the counts of events right: recounts them from the events, and counts again what was put aside. */
@NullMarked
package basics.upkeep;

import org.jspecify.annotations.NullMarked;
