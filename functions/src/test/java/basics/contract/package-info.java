/** The parts of openapi.yaml that the build and the tests of the functions use. */
@NullMarked
package basics.contract;

import org.jspecify.annotations.NullMarked;
