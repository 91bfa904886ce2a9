/** What a feature file must be like. */
@NullMarked
package basics.acceptance.rules;

import org.jspecify.annotations.NullMarked;
