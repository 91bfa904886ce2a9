/** Users by email: one handler for each operation, and the classes that they share. */
@NullMarked
package basics.users;

import org.jspecify.annotations.NullMarked;
