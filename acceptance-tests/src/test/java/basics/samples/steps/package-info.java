/** The steps of a sample. */
@NullMarked
package basics.samples.steps;

import org.jspecify.annotations.NullMarked;
