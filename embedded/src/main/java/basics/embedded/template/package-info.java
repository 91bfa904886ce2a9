/** Reads a cloud assembly: one stack, its assets, its intrinsic functions resolved. */
@NullMarked
package basics.embedded.template;

import org.jspecify.annotations.NullMarked;
