/** What lies in the tables, and what a Query and a Scan read of it, for whoever looks. It changes nothing. */
@NullMarked
package basics.embedded.tables;

import org.jspecify.annotations.NullMarked;
