/** Steps about who may do what. */
@NullMarked
package basics.acceptance.access;

import org.jspecify.annotations.NullMarked;
