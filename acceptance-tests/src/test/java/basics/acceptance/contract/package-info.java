/** Steps about requests and answers, for the technical promises. */
@NullMarked
package basics.acceptance.contract;

import org.jspecify.annotations.NullMarked;
