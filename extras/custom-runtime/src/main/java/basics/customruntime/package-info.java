/** A zip that brings its own Java: a small JVM, Lambda's runtime client, the functions, and a cache of their start. */
@NullMarked
package basics.customruntime;

import org.jspecify.annotations.NullMarked;
