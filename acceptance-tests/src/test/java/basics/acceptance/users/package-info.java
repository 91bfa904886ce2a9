/** Steps about users. */
@NullMarked
package basics.acceptance.users;

import org.jspecify.annotations.NullMarked;
