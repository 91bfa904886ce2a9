/** The features, run against a target. */
@NullMarked
package basics.acceptance;

import org.jspecify.annotations.NullMarked;
