/** Live reload: notices edited and compiled files, and prepares them to be served. */
@NullMarked
package basics.embedded.reload;

import org.jspecify.annotations.NullMarked;
