/** DynamoDB for all handlers: the client, conversion between JSON and items, consumed capacity, errors. */
@NullMarked
package basics.dynamodb;

import org.jspecify.annotations.NullMarked;
