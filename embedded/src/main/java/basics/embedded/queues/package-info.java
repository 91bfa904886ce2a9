/** SQS queues in memory, as far as a destination of what has failed needs them. */
@NullMarked
package basics.embedded.queues;

import org.jspecify.annotations.NullMarked;
