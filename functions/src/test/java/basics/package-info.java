/** Rules for the whole module. */
@NullMarked
package basics;

import org.jspecify.annotations.NullMarked;
