/** Event source mappings: records of DynamoDB's streams, delivered to functions in batches as Lambda delivers them. */
@NullMarked
package basics.embedded.streams;

import org.jspecify.annotations.NullMarked;
