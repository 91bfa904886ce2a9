/** Whether the service is there. */
@NullMarked
package basics.health;

import org.jspecify.annotations.NullMarked;
