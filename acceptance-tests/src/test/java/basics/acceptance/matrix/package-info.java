/** The target matrix: which scenario passes on which target, read from the messages of their runs. */
@NullMarked
package basics.acceptance.matrix;

import org.jspecify.annotations.NullMarked;
