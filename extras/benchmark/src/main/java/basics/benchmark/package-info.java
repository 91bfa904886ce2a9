/** Measures the functions in processes of Lambda's runtime client, and their hot code with JMH. */
@NullMarked
package basics.benchmark;

import org.jspecify.annotations.NullMarked;
