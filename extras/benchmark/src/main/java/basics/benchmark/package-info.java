/** Measures the functions as processes of Lambda's own runtime client, and what is hot in them with JMH. */
@NullMarked
package basics.benchmark;

import org.jspecify.annotations.NullMarked;
