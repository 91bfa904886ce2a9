/** Paging: cursors, and pages that fit Lambda's response. */
@NullMarked
package basics.pages;

import org.jspecify.annotations.NullMarked;
