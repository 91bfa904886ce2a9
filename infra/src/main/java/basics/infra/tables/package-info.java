/**
 * The tables. Each class lists the permissions of the operations. For a new table, add a class here and a line to the
 * stack.
 */
@NullMarked
package basics.infra.tables;

import org.jspecify.annotations.NullMarked;
