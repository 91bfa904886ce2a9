/** A little run of Cucumber for tests. Its steps lie outside the packages of the features' own. */
@NullMarked
package basics.samples;

import org.jspecify.annotations.NullMarked;
