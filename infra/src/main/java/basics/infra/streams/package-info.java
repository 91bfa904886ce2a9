/** Functions that receive the changes of a table from its stream. */
@NullMarked
package basics.infra.streams;

import org.jspecify.annotations.NullMarked;
