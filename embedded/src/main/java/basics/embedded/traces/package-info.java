/** What the last requests did, part by part: kept in memory for whoever looks at the pages, and forgotten in time. */
@NullMarked
package basics.embedded.traces;

import org.jspecify.annotations.NullMarked;
