/** Steps about what goes wrong. */
@NullMarked
package basics.acceptance.faults;

import org.jspecify.annotations.NullMarked;
