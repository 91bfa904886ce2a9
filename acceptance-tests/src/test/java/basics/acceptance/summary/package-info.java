/** The summary that a green build prints. */
@NullMarked
package basics.acceptance.summary;

import org.jspecify.annotations.NullMarked;
