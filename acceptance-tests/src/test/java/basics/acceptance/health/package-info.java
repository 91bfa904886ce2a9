/** Steps about whether the service is there. */
@NullMarked
package basics.acceptance.health;

import org.jspecify.annotations.NullMarked;
