/** Steps about counts of events. */
@NullMarked
package basics.acceptance.counts;

import org.jspecify.annotations.NullMarked;
