@NullMarked
package basics;

import org.jspecify.annotations.NullMarked;
