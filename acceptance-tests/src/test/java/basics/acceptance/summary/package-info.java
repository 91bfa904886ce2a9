/** What a green build says of itself. */
@NullMarked
package basics.acceptance.summary;

import org.jspecify.annotations.NullMarked;
