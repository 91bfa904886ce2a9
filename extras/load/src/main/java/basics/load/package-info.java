/** Puts load on a target: many users at a time, each with a mix of the operations, reported by Gatling. */
@NullMarked
package basics.load;

import org.jspecify.annotations.NullMarked;
