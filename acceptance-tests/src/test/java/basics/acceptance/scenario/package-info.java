/** What one scenario has of its own: names, days, and what it knows of the service. */
@NullMarked
package basics.acceptance.scenario;

import org.jspecify.annotations.NullMarked;
