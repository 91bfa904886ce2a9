/** Fault injection: a test orders faults for its requests, which affect no others. */
@NullMarked
package basics.embedded.faults;

import org.jspecify.annotations.NullMarked;
