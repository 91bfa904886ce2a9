/** Measures what {@code docs/events-at-scale.md} says, and draws its pictures. */
@NullMarked
package basics.scale;

import org.jspecify.annotations.NullMarked;
