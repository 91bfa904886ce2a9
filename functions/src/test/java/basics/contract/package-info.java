/** openapi.yaml, as far as the build and the tests of the functions read it. */
@NullMarked
package basics.contract;

import org.jspecify.annotations.NullMarked;
