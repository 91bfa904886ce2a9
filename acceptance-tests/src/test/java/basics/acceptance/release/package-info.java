/** What a change of the contract means for those who use the last release. */
@NullMarked
package basics.acceptance.release;

import org.jspecify.annotations.NullMarked;
