/** What every handler of a table needs of DynamoDB: the client, JSON to items and back, capacity, failures. */
@NullMarked
package basics.dynamodb;

import org.jspecify.annotations.NullMarked;
