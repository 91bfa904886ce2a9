/** Reads a cloud assembly: a stack, its assets, and its resolved intrinsic functions. */
@NullMarked
package basics.embedded.template;

import org.jspecify.annotations.NullMarked;
