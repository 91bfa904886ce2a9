/** What the tests of the handlers share: DynamoDB Local with the service's tables, and requests as API Gateway makes them. */
@NullMarked
package basics.testing;

import org.jspecify.annotations.NullMarked;
