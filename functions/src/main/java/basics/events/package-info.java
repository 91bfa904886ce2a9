/** Events by name or by day, in the order of time: one handler for each operation, and the classes that they share. */
@NullMarked
package basics.events;

import org.jspecify.annotations.NullMarked;
