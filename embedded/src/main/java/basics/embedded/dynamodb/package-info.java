/** DynamoDB Local with the template's tables, behind a front that enforces the functions' grants. */
@NullMarked
package basics.embedded.dynamodb;

import org.jspecify.annotations.NullMarked;
