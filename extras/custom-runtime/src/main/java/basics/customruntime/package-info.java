/** A zip with its own Java: a small JVM, Lambda's runtime client, the functions, and a cache for their start. */
@NullMarked
package basics.customruntime;

import org.jspecify.annotations.NullMarked;
