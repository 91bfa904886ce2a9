/** What generated clients can do with the service. */
@NullMarked
package basics.clients;

import org.jspecify.annotations.NullMarked;
