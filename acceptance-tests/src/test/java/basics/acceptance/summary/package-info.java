/** What a green build says of itself at its end. */
@NullMarked
package basics.acceptance.summary;

import org.jspecify.annotations.NullMarked;
