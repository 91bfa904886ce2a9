/**
 * Load on a target: many users at a time, each with a mix of the operations, and Gatling's report of it.
 */
@NullMarked
package basics.load;

import org.jspecify.annotations.NullMarked;
