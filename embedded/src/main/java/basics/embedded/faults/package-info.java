/** The door for tests: through it a test orders what goes wrong for its own requests, and for no others. */
@NullMarked
package basics.embedded.faults;

import org.jspecify.annotations.NullMarked;
