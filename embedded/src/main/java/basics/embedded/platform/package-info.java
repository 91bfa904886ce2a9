/** What the other parts stand on: the console, loopback listeners, errors at the start. */
@NullMarked
package basics.embedded.platform;

import org.jspecify.annotations.NullMarked;
