/** The one driver of the HTTP API. */
@NullMarked
package basics.acceptance.api;

import org.jspecify.annotations.NullMarked;
