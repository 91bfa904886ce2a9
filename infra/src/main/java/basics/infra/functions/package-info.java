/** One Lambda function for each operation, with a role that allows only the actions that the tables list. */
@NullMarked
package basics.infra.functions;

import org.jspecify.annotations.NullMarked;
