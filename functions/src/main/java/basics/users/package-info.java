/** Users by email: one handler for each operation, and what they share. */
@NullMarked
package basics.users;

import org.jspecify.annotations.NullMarked;
