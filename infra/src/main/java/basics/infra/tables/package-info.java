/** The tables. Each says what every operation may do with it: add a class here, and a line to the stack. */
@NullMarked
package basics.infra.tables;

import org.jspecify.annotations.NullMarked;
