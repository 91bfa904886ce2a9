/** One Lambda function for each operation, with a role that allows just what the tables say. */
@NullMarked
package basics.infra.functions;

import org.jspecify.annotations.NullMarked;
