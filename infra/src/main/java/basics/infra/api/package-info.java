/** The REST API: routes, the answers that the gateway gives by itself, limits, logs, the firewall. */
@NullMarked
package basics.infra.api;

import org.jspecify.annotations.NullMarked;
