/** Steps about events. */
@NullMarked
package basics.acceptance.events;

import org.jspecify.annotations.NullMarked;
