/** The base of the other packages: the console, loopback listeners, files, errors at the start. */
@NullMarked
package basics.embedded.platform;

import org.jspecify.annotations.NullMarked;
