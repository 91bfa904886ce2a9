/** The features as tests of the JUnit Platform. */
@NullMarked
package basics.acceptance.engine;

import org.jspecify.annotations.NullMarked;
