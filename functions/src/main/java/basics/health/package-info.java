/** The health check. */
@NullMarked
package basics.health;

import org.jspecify.annotations.NullMarked;
