/** Access tokens: genuine ones, and those that somebody made who should not get in. */
@NullMarked
package basics.acceptance.tokens;

import org.jspecify.annotations.NullMarked;
