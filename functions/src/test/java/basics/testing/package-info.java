/** Shared by the handlers' tests: DynamoDB Local with the service's tables, and requests in API Gateway's format. */
@NullMarked
package basics.testing;

import org.jspecify.annotations.NullMarked;
