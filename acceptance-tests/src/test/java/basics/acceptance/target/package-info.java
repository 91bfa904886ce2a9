/** Where the service runs that the features are run against. */
@NullMarked
package basics.acceptance.target;

import org.jspecify.annotations.NullMarked;
